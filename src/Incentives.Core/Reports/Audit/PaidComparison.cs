using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Rosters;

namespace Incentives.Core.Reports.Audit;

/// <summary>The sums of a comparison with a list that was paid.</summary>
/// <param name="Due">What the run says is due.</param>
/// <param name="Paid">What the list pays.</param>
/// <param name="TooMuch">Paid too much, over all claims, claims not in the roster included.</param>
/// <param name="TooLittle">Paid too little or not at all, over all claims.</param>
/// <param name="Claims">Claims with something due.</param>
/// <param name="Lines">Lines of the list.</param>
internal sealed record PaidSums(Money Due, Money Paid, Money TooMuch, Money TooLittle, int Claims, int Lines);

/// <summary>
/// Compares a list that was really paid with what a run says is due. A line of the list is found by the roster's line or id, else by
/// identity code, else by name, the latter two with award, subject and clause as far as the list gives them.
/// </summary>
internal sealed class PaidComparison
{
    private const long UnitRatio = 10_000;

    private readonly BatchResult _batch;
    private readonly PaidList _list;
    private readonly DiagnosticBag _found;
    private readonly IReadOnlyList<DueClaim> _due;
    private readonly ILookup<string, DueClaim> _byId;
    private readonly ILookup<int, DueClaim> _byLine;
    private readonly ILookup<int, DueClaim> _byIdentity;
    private readonly ILookup<int, DueClaim> _byName;
    private readonly bool _isIdTrusted;
    private long _tooMuch;
    private long _tooLittle;

    private PaidComparison(BatchResult batch, PaidList list, DiagnosticBag found, CancellationToken cancel)
    {
        _batch = batch;
        _list = list;
        _found = found;
        HashSet<string> clauses = [.. batch.Plan.Clauses.Select(c => c.Id)];
        _due = DueClaim.Of(batch, list.Lines.Any(l => clauses.Contains(l.Clause)), cancel);
        _byId = _due.Where(d => d.Id.Length > 0).ToLookup(d => d.Id, StringComparer.OrdinalIgnoreCase);
        _byLine = _due.ToLookup(d => d.Line);
        _byIdentity = _due.Where(d => d.Identity != 0).ToLookup(d => d.Identity);
        _byName = _due.Where(d => d.Name != 0).ToLookup(d => d.Name);
        PaidLine[] known = [.. list.Lines.Where(l => _byId.Contains(l.Id))];
        // A running number looks like an id and is none: then its rows are mostly other people's.
        _isIdTrusted = known.Count(l => _byId[l.Id].Any(d => IsWho(l, d))) * 2 >= known.Length;
    }

    /// <summary>Compares; every difference goes to <paramref name="found"/>.</summary>
    public static PaidSums Run(BatchResult batch, PaidList list, DiagnosticBag found, CancellationToken cancel)
    {
        foreach (Diagnostic d in list.Unreadable) found.Add(d);
        PaidComparison comparison = new(batch, list, found, cancel);
        comparison.Match();
        Money Sum(IEnumerable<long> fen) => new(checked((long)fen.Aggregate(Int128.Zero, (a, f) => a + f)));
        return new PaidSums(
            Sum(comparison._due.Select(d => d.Fen)), Sum(list.Lines.Select(l => l.Fen)), new Money(comparison._tooMuch), new Money(comparison._tooLittle),
            comparison._due.Count(d => d.Fen > 0), list.Lines.Count);
    }

    private void Match()
    {
        List<(PaidLine Line, IReadOnlyList<DueClaim> Claims)> open = [];
        foreach (PaidLine line in _list.Lines) open.Add((line, Candidates(line)));
        open = [.. open.OrderBy(o => o.Claims.Count).ThenBy(o => o.Line.At)];
        // First what agrees to the fen, then what is left in the order of the list.
        open.RemoveAll(o => Take(o.Line, o.Claims.FirstOrDefault(c => c.Paid.Count == 0 && c.Fen == o.Line.Fen)));
        open.RemoveAll(o => o.Claims.Count == 0 && Take(o.Line, ByAmount(o.Line)));
        Together(open);
        foreach ((PaidLine line, IReadOnlyList<DueClaim> claims) in open.OrderBy(o => o.Line.At)) Rest(line, claims);
        foreach (DueClaim claim in _due) Report(claim);
    }

    private static bool Take(PaidLine line, DueClaim? claim)
    {
        claim?.Paid.Add(line);
        return claim is not null;
    }

    // Who the list pays one sum for several awards is compared by that sum.
    private void Together(List<(PaidLine Line, IReadOnlyList<DueClaim> Claims)> open)
    {
        foreach (var group in open.Where(o => o.Claims.Count > 1 && o.Line is { Award: "", Subject: "", Clause: "" }).GroupBy(o => o.Claims[0]).ToList())
        {
            DueClaim[] left = [.. group.First().Claims.Where(c => c.Paid.Count == 0)];
            PaidLine[] lines = [.. group.Select(o => o.Line)];
            if (left.Length == 0) continue;
            long due = left.Sum(c => c.Fen), paid = lines.Sum(l => l.Fen);
            foreach (DueClaim claim in left) claim.Paid.Add(lines[0] with { Fen = claim.Fen });
            if (due != paid) Difference(lines[0], left[0].Recipient, due, paid, string.Join(", ", left.Where(c => c.Fen > 0).Select(c => $"{c.File}:{c.Line}")));
            open.RemoveAll(o => lines.Contains(o.Line));
        }
    }

    private void Rest(PaidLine line, IReadOnlyList<DueClaim> claims)
    {
        DueClaim? claim = claims.FirstOrDefault(c => c.Paid.Count == 0 && IsUnitError(c.Fen, line.Fen))
            ?? claims.FirstOrDefault(c => c.Paid.Count == 0 && c.Fen > 0)
            ?? claims.FirstOrDefault(c => c.Fen > 0)
            ?? (claims.Count > 0 ? claims[0] : null);
        if (Take(line, claim) || line.Fen == 0) return;
        _tooMuch += line.Fen;
        _found.Add(AuditMessages.PaidButNotInRoster(At(line), line.Who, new Money(line.Fen)));
    }

    private void Report(DueClaim claim)
    {
        if (claim.Paid.Count == 0)
        {
            if (claim.Fen == 0) return;
            _tooLittle += claim.Fen;
            _found.Add(AuditMessages.DueButNotPaid(new Place(claim.File, claim.Line), claim.Who, new Money(claim.Fen), _list.Name));
            return;
        }

        PaidLine first = claim.Paid[0];
        foreach (PaidLine line in claim.Paid.Where(l => l.Fen != 0 && !IsWho(l, claim))) _found.Add(AuditMessages.PaidToAnother(At(line), line.Name, claim.Recipient, claim.Where));
        foreach (PaidLine line in claim.Paid.Where(l => l.Award.Length > 0 && l.Fen != 0 && !claim.IsFor(Symbol(l.Award)) && !FoundByPlace(l, claim)))
            _found.Add(AuditMessages.OtherAward(At(line), line.Award, claim.Award, claim.Where));
        long paid = claim.Paid.Sum(l => l.Fen);
        if (paid != claim.Fen) Difference(first, claim.Who, claim.Fen, paid, claim.Where);
    }

    private void Difference(PaidLine line, string who, long due, long paid, string where)
    {
        if (paid > due) _tooMuch += paid - due;
        else _tooLittle += due - paid;
        Money was = new(due), now = new(paid);
        _found.Add(IsUnitError(due, paid) ? AuditMessages.UnitError(At(line), who, was, now, where)
            : paid > due ? AuditMessages.PaidTooMuch(At(line), who, was, now, where)
            : AuditMessages.PaidTooLittle(At(line), who, was, now, where));
    }

    private IReadOnlyList<DueClaim> Candidates(PaidLine line)
    {
        if (line.RosterLine > 0)
        {
            DueClaim[] there = [.. _byLine[line.RosterLine].Where(d => (line.Roster.Length == 0 || d.File == line.Roster) && IsClause(line, d))];
            if (there.Length > 0) return there;
        }

        if (_isIdTrusted && line.Id.Length > 0 && _byId.Contains(line.Id)) return Narrow(line, [.. _byId[line.Id]], mustFit: false);
        if (line.Code.Length > 0 && _byIdentity[Code(line.Code)].ToList() is { Count: > 0 } byCode) return Narrow(line, byCode, mustFit: true);
        return line.Name.Length == 0 ? [] : Narrow(line, [.. ByName(line)], mustFit: true);
    }

    // By award, subject and clause where the list gives them; an empty cell of the roster rules nothing out.
    private List<DueClaim> Narrow(PaidLine line, List<DueClaim> claims, bool mustFit)
    {
        List<DueClaim> left = [.. claims.Where(d => IsClause(line, d))];
        if (line.Award.Length > 0)
        {
            int award = Symbol(line.Award);
            List<DueClaim> same = left.FindAll(d => d.IsFor(award));
            if (same.Count > 0 || mustFit) left = same;
        }

        if (line.Subject.Length > 0)
        {
            string subject = NameNormalizer.Normalize(line.Subject);
            List<DueClaim> same = left.FindAll(d => d.Subject == subject);
            if (same.Count > 0) left = same;
            else if (mustFit) left = left.FindAll(d => d.Subject.Length == 0);
        }

        return left.Count == 0 && !mustFit ? claims : left;
    }

    // An award spelled in a way nobody knows: the one open claim of the recipient over the same sum.
    private DueClaim? ByAmount(PaidLine line)
    {
        if (line.Fen == 0 || line.Subject.Length > 0) return null;
        IEnumerable<DueClaim> own = line.Code.Length > 0 && _byIdentity[Code(line.Code)].Any() ? _byIdentity[Code(line.Code)] : ByName(line);
        DueClaim[] fit = [.. own.Where(d => d.Paid.Count == 0 && d.Fen == line.Fen)];
        return fit.Length == 1 ? fit[0] : null;
    }

    private IEnumerable<DueClaim> ByName(PaidLine line)
    {
        int name = Symbol(line.Name);
        IEnumerable<DueClaim> byIdentity = _batch.Identities.Of(name, 0) is { } identity ? _byIdentity[identity] : [];
        return byIdentity.Concat(_byName[name]).Distinct();
    }

    // Whether the line's own words for the payee are the claim's; a list that gives none says nothing else.
    private bool IsWho(PaidLine line, DueClaim claim)
    {
        if (line.Code.Length > 0 && Code(line.Code) == claim.Identity) return true;
        if (line.Name.Length > 0) return Symbol(line.Name) == claim.Name || (claim.Identity != 0 && _batch.Identities.Of(Symbol(line.Name), 0) == claim.Identity);
        return line.Code.Length == 0;
    }

    private bool FoundByPlace(PaidLine line, DueClaim claim) => line.RosterLine == claim.Line || (_isIdTrusted && line.Id.Length > 0 && string.Equals(line.Id, claim.Id, StringComparison.OrdinalIgnoreCase));

    private static bool IsClause(PaidLine line, DueClaim claim) =>
        line.Clause.Length == 0 || claim.Clauses.Count == 0 || claim.Clauses.Exists(c => c.Clause.Id == line.Clause || c.Clause.Cite == line.Clause);

    private int Symbol(string name) => _batch.Plan.Symbols.Intern(NameNormalizer.Normalize(name));

    private int Code(string code) => _batch.Plan.Symbols.Intern("#" + NameNormalizer.Normalize(code).ToUpperInvariant());

    private Place At(PaidLine line) => new(_list.Name, line.At);

    private static bool IsUnitError(long due, long paid) =>
        due != 0 && paid != 0 && ((Int128)due * UnitRatio == paid || (Int128)paid * UnitRatio == due);
}

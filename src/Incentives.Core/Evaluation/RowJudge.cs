using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation;

/// <summary>Stages 2 and 3 for one worker: which clauses grant a row money, and how much. Sees one row at a time.</summary>
internal sealed class RowJudge
{
    private readonly BatchPlan _plan;
    private readonly RecipientTable _recipients;
    private readonly Settlement _settlement;
    private readonly Exclusions _exclusions;
    private readonly int _awardSlot, _dateSlot;
    private readonly Dictionary<int, Candidate[]> _candidates = [];
    private readonly HashSet<string> _policiesWithVersions;
    private readonly List<Draft> _drafts = [];
    private readonly List<string> _outside = [];
    private readonly int _levelSlot, _kindSlot;
    private Cell _level, _kind;

    /// <summary>A judge of one batch.</summary>
    public RowJudge(BatchPlan plan, RecipientTable recipients, NameListIndex lists)
    {
        _plan = plan;
        _recipients = recipients;
        _settlement = new Settlement(plan);
        _exclusions = new Exclusions(lists, recipients);
        _awardSlot = plan.Standard("award").Slot;
        _levelSlot = plan.Standard("level").Slot;
        _kindSlot = plan.Standard("recipient-kind").Slot;
        _dateSlot = plan.Standard("date").Slot;
        _policiesWithVersions = [.. plan.Schemes.GroupBy(s => s.Policy).Where(g => g.Count() > 1).Select(g => g.Key)];
    }

    /// <summary>Whether steps are wanted for the rows judged now.</summary>
    public bool WantsSteps { get; set; }

    /// <summary>Judges a row and adds its lines to the block.</summary>
    public void Judge(Row row, RowReader source, Reason problem, RowBlock block)
    {
        ClaimLine start = new()
        {
            Clause = -1,
            Recipient = source.Recipient,
            Date = row[_dateSlot].IsPresent ? (int)row[_dateSlot].Value.Numerator : 99991231,
            Award = row[_awardSlot].IsPresent ? row[_awardSlot].Symbol : 0,
        };
        if (problem != Reason.None)
        {
            Add(block, row, start.Decided(Status.Rejected, problem), Recorder(problem, 1, source.BadCell is { } bad ? [bad] : null));
            return;
        }

        _drafts.Clear();
        List<string> outside = _outside;
        outside.Clear();
        Reason unmatched = Reason.NoClause;
        Column? missing = null;
        Scheme? seenBy = null;
        _level = row[_levelSlot];
        _kind = row[_kindSlot];
        foreach (Candidate candidate in Candidates(start.Award))
        {
            Clause clause = candidate.Clause;
            if (seenBy != clause.Scheme && start.Award != 0) SeeAs(candidate, row);
            seenBy = clause.Scheme;
            switch (Consider(candidate, row, start))
            {
                case Verdict.Outside:
                    outside.Add(clause.Scheme.Policy);
                    if (unmatched == Reason.NoClause) unmatched = Reason.OutsidePeriod;
                    break;
                case Verdict.Unpublished: unmatched = Reason.AmountUnpublished; break;
                case Verdict.Unknown: missing ??= row.MissingColumn; break;
            }
        }

        if (missing is not null)
        {
            StepRecorder? steps = WantsSteps ? Recorder(Reason.MissingValue, 2, [new StepInput(missing.Name, "")]) : null;
            Add(block, row, start.Decided(Status.Held, Reason.MissingValue), steps);
            return;
        }

        if (_drafts.Count == 0)
        {
            // Only where no version of the policy was in force is the date the reason.
            if (unmatched == Reason.OutsidePeriod && IsAnyInForce(outside, row)) unmatched = Reason.NoClause;
            Add(block, row, start.Decided(Status.Unmatched, unmatched), Recorder(unmatched, 2));
            return;
        }

        if (!row[_dateSlot].IsPresent && IsDateNeeded())
        {
            Add(block, row, start.Decided(Status.Rejected, Reason.MissingDate), Recorder(Reason.MissingDate, 1));
            return;
        }

        Conflicts(row);
        foreach (Draft draft in _drafts) Add(block, row, draft.Line, draft.Steps);
    }

    // Each scheme sees the award by its own name for it; what it knows of the award fills a level or kind that the roster leaves empty.
    private void SeeAs(Candidate candidate, Row row)
    {
        row.Set(_awardSlot, Cell.Of(candidate.Award));
        row.Set(_levelSlot, _level.IsPresent || candidate.Level == 0 ? _level : Cell.Of(candidate.Level));
        row.Set(_kindSlot, _kind.IsPresent || candidate.Kind == 0 ? _kind : Cell.Of(candidate.Kind));
    }

    // The clauses an award can fall under, with what their schemes know of it; looked up once for each spelling.
    private Candidate[] Candidates(int spelling)
    {
        if (_candidates.TryGetValue(spelling, out Candidate[]? known)) return known;
        List<Candidate> candidates = [];
        foreach (Clause clause in _plan.Candidates(spelling))
        {
            int award = clause.Scheme.Names.Canonical(spelling);
            AwardFacts? facts = clause.Scheme.Names.Facts.GetValueOrDefault(award);
            candidates.Add(new Candidate(clause, award, facts?.LevelSymbol ?? 0, facts?.KindSymbol ?? 0));
        }

        return _candidates[spelling] = candidates.Count == 0 ? [] : [.. candidates];
    }

    private Verdict Consider(Candidate candidate, Row row, in ClaimLine start)
    {
        Clause clause = candidate.Clause;
        Verdict inForce = InForce(clause.Scheme, row);
        if (inForce != Verdict.Applies) return Matches(clause, row) == Truth.No ? Verdict.No : inForce;
        switch (WhenHolds(clause, row))
        {
            case Truth.No: return Verdict.No;
            case Truth.Unknown: return Matches(clause, row) == Truth.No ? Verdict.No : Verdict.Unknown;
        }

        StepRecorder? steps = WantsSteps ? new StepRecorder() : null;
        row.Steps = steps;
        steps?.Add(2, "select", clause.Cite, Rational.Zero, Rational.Zero, null, RowInputs.Of(row, clause.When.SelectMany(b => b.Tests).Select(t => t.Column)));
        Rated rated = default;
        Outcome outcome;
        try
        {
            outcome = clause.Pay.Rate(row, clause.Cite, ref rated);
        }
        catch (OverflowException)
        {
            outcome = Outcome.Impossible;
        }
        finally
        {
            row.Steps = null;
        }

        // Nobody to pay it is like nothing said of how much: the row waits.
        if (outcome == Outcome.Ok && clause.Fund is { } fund && !IsFunded(fund, row)) return Verdict.Unknown;
        ClaimLine line = start;
        line.Clause = (short)clause.Index;
        line.Award = candidate.Award;
        switch (outcome)
        {
            case Outcome.NoRow: return Verdict.No;
            case Outcome.Unpublished: return Verdict.Unpublished;
            case Outcome.Missing: return Verdict.Unknown;
            case Outcome.Impossible:
                steps?.Add(3, "no-value", clause.Cite, Rational.Zero, Rational.Zero, Reason.NoValue.Code());
                _drafts.Add(new Draft(line.Decided(Status.Rejected, Reason.NoValue), steps));
                return Verdict.Applies;
        }

        _settlement.Settle(clause, row, ref line, rated, steps);
        if (line.DecidedAs != Status.Rejected) _exclusions.Apply(clause, row, ref line, steps);
        Payee(clause, row, ref line, steps);
        _drafts.Add(new Draft(line, steps));
        return Verdict.Applies;
    }

    private static bool IsFunded(FundSplit fund, Row row)
    {
        for (int i = 0; i < fund.Cases.Count; i++)
        {
            if (fund.Cases[i].Box.Check(row) == Truth.Yes) return true;
        }

        row.Missing(fund.Cases[0].Box.Tests[0].Column.Slot);
        return false;
    }

    private void Payee(Clause clause, Row row, ref ClaimLine line, StepRecorder? steps)
    {
        if (clause.Payee is not { } payee) return;
        line.Recipient = row[payee.Slot].IsPresent ? _recipients.Of(row.Symbols.Utf8(row[payee.Slot].Symbol), default) : 0;
        if (line.Recipient != 0) return;
        steps?.Add(3, "payee", clause.Cite, line.Amount, Rational.Zero, Reason.MissingValue.Code(), [new StepInput(payee.Name, "")]);
        line = line.Decided(Status.Held, Reason.MissingValue);
    }

    // Two clauses of one scheme that both grant the row money must be related, else neither is paid.
    private void Conflicts(Row row)
    {
        for (int i = 0; i < _drafts.Count; i++)
        {
            for (int j = i + 1; j < _drafts.Count; j++)
            {
                Clause a = _plan.Clauses[_drafts[i].Line.Clause], b = _plan.Clauses[_drafts[j].Line.Clause];
                if (a.Scheme != b.Scheme || IsRelated(a, b, _drafts[i].Line.Award, row)) continue;
                foreach (int at in (ReadOnlySpan<int>)[i, j])
                {
                    Draft draft = _drafts[at];
                    draft.Steps?.Add(3, "conflict", a.Cite, draft.Line.Amount, Rational.Zero, Reason.ClausesConflict.Code(), [new StepInput("clause", a.Id), new StepInput("clause", b.Id)]);
                    _drafts[at] = draft with { Line = draft.Line.Decided(Status.Held, Reason.ClausesConflict) };
                }
            }
        }
    }

    // Some overlap speaks of both clauses, for this award and for rows such as this one.
    private static bool IsRelated(Clause a, Clause b, int award, Row row)
    {
        foreach (GroupOperation group in a.Scheme.Groups)
        {
            if (group is OverlapOperation overlap && overlap.Relates(a, b, award) && overlap.Counted.Check(row) == Truth.Yes) return true;
        }

        return false;
    }

    private bool IsAnyInForce(List<string> policies, Row row)
    {
        foreach (string policy in policies)
        {
            for (int i = 0; i < _plan.Schemes.Count; i++)
            {
                if (_plan.Schemes[i].Policy == policy && InForce(_plan.Schemes[i], row) == Verdict.Applies) return true;
            }
        }

        return false;
    }

    private bool IsDateNeeded()
    {
        foreach (Draft draft in _drafts)
        {
            if (_plan.NeedsDate(_plan.Clauses[draft.Line.Clause])) return true;
        }

        return false;
    }

    private Verdict InForce(Scheme scheme, Row row)
    {
        ref readonly Cell date = ref row[scheme.VersionBy.Slot];
        if (!date.IsPresent)
        {
            if (!_policiesWithVersions.Contains(scheme.Policy)) return Verdict.Applies;
            row.Missing(scheme.VersionBy.Slot);
            return Verdict.Unknown;
        }

        bool first = scheme.Effective.Contains((int)date.Value.Numerator), last = scheme.Effective.Contains(date.LastDay);
        if (first == last) return first ? Verdict.Applies : Verdict.Outside;
        row.Missing(scheme.VersionBy.Slot);
        return Verdict.Unknown;
    }

    private static Truth WhenHolds(Clause clause, Row row) => InAny(clause.When, row);

    // Whether the clause could grant anything, its table of amounts included.
    private static Truth Matches(Clause clause, Row row) => InAny(clause.Boxes, row);

    internal static Truth InAny(IReadOnlyList<Box> boxes, Row row)
    {
        Truth best = Truth.No;
        for (int i = 0; i < boxes.Count; i++)
        {
            Truth truth = boxes[i].Check(row);
            if (truth == Truth.Yes) return Truth.Yes;
            if (truth > best) best = truth;
        }

        return best;
    }

    private StepRecorder? Recorder(Reason reason, int stage, IReadOnlyList<StepInput>? inputs = null)
    {
        if (!WantsSteps) return null;
        StepRecorder steps = new();
        steps.Add(stage, stage == 1 ? "read" : "select", "", Rational.Zero, Rational.Zero, reason.Code(), inputs);
        return steps;
    }

    private void Add(RowBlock block, Row row, in ClaimLine line, StepRecorder? steps)
    {
        KeepPlan keep = _plan.Keep;
        ClaimLine kept = line;
        // An excluded line is still an award event, and one that waits a partner, where its row is counted.
        bool isKept = kept.IsLive || (kept.Flags & (LineFlags.Event | LineFlags.Partner)) != 0;
        for (int i = 0; i < keep.Tests.Count && isKept; i++)
        {
            if (keep.Tests[i].Check(row) == Truth.Yes) kept.Tests |= 1u << i;
        }

        block.Add(kept, keep.Keys.Count, keep.Numbers.Count, out Span<int> keys, out Span<Rational?> numbers);
        if (steps is not null) block.Traces[block.LineCount - 1] = steps;
        for (int i = 0; i < keys.Length; i++) keys[i] = RowKeys.Of(row, keep.Keys[i]);
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = isKept && keep.Numbers[i].Evaluate(row, out Rational value) == Outcome.Ok ? value : null;
    }

    private enum Verdict
    {
        No,
        Applies,
        Outside,
        Unpublished,
        Unknown,
    }

    private readonly record struct Draft(ClaimLine Line, StepRecorder? Steps);

    /// <summary>A clause that an award can fall under: the scheme's own name for the award, and the level and kind it is known to have (0 for none).</summary>
    private sealed record Candidate(Clause Clause, int Award, int Level, int Kind);
}

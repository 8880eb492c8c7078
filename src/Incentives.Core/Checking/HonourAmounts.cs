using System.Text.RegularExpressions;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>
/// What the text grants each honour, compared with what the scheme does. An honour belongs to the next amount of its sentence; where a sentence lists as many amounts as honours
/// they go by position, and where the numbers differ nothing is concluded. Thresholds, totals and differences (以上, 累计, 补差, 38家企业 without 各 or 每) are passed over.
/// </summary>
internal sealed partial class HonourAmounts(PolicyText text, IReadOnlyList<CompiledScheme> readings, DiagnosticBag bag)
{
    private const int LongestQualifier = 10;

    private readonly Dictionary<string, int> _names = [];
    private readonly List<(int Award, string Key, int Index, Rational Fen)> _granted = [];

    /// <summary>Reports honours that stand with several amounts, or with another than the scheme grants.</summary>
    public void Run()
    {
        CompiledScheme main = readings[0];
        foreach (int award in main.Scheme.Names.Facts.Keys.Concat(main.Scheme.Names.References.Select(r => main.Scheme.Names.Canonical(r.Symbol))).Distinct())
        {
            foreach (string name in Honour.Spelled(main.Scheme, main.Symbols, award)) _names.TryAdd(name, award);
        }

        Read();
        foreach (var honour in _granted.GroupBy(g => g.Award).OrderBy(g => g.Min(h => h.Index))) Compare(main, honour.Key, [.. honour]);
    }

    private void Compare(CompiledScheme main, int award, (int Award, string Key, int Index, Rational Fen)[] stated)
    {
        if (Granted(main, award) is not { Count: > 0 } granted) return;
        string name = main.Symbols.Name(award), sums = string.Join("、", granted.Order().Select(Yuan));
        Phrase own = new($"{sums} 元", $"{sums.Replace("、", ", ", StringComparison.Ordinal)} yuan");
        foreach (var written in stated.GroupBy(s => s.Key))
        {
            var amounts = written.DistinctBy(w => w.Fen).ToArray();
            if (amounts.Length < 2 || amounts.All(a => granted.Contains(a.Fen))) continue;
            var missing = amounts.First(a => !granted.Contains(a.Fen));
            bag.Add(SourceMessages.SeveralAmounts(text.PlaceAt(missing.Index), name, Places(amounts), own, Under(main, award, missing.Fen)));
            return;
        }

        if (!stated.Any(s => granted.Contains(s.Fen))) bag.Add(SourceMessages.OtherAmount(text.PlaceAt(stated[0].Index), name, Places([.. stated.DistinctBy(s => s.Fen)]), own));
    }

    private Phrase Places((int Award, string Key, int Index, Rational Fen)[] amounts) => new(
        string.Join("、", amounts.Select(a => $"{Yuan(a.Fen)} 元（{text.PlaceAt(a.Index)}）")),
        string.Join(", ", amounts.Select(a => $"{Yuan(a.Fen)} yuan ({text.PlaceAt(a.Index)})")));

    // The option, if any, under which the scheme grants an amount.
    private Phrase Under(CompiledScheme main, int award, Rational fen)
    {
        string name = main.Symbols.Name(award);
        CompiledScheme? other = readings.Skip(1).FirstOrDefault(r => Granted(r, r.Symbols.Intern(name))?.Contains(fen) ?? false);
        if (other is null) return new("", "");
        string options = string.Join(", ", other.Options.Select(o => $"{o.Key}={o.Value}"));
        return new($"，口径 {options} 时给 {Yuan(fen)} 元", $", and {Yuan(fen)} yuan with reading {options}");
    }

    // The amounts that clauses state for an award; null where one of them is worked out.
    private static HashSet<Rational>? Granted(CompiledScheme compiled, int award)
    {
        Box box = BoxAlgebra.One(compiled.Award, new TextTest(new HashSet<int> { award }, false));
        HashSet<Rational> granted = [];
        foreach (Clause clause in compiled.Scheme.Clauses)
        {
            foreach ((Box rows, Expr amount, _) in clause.Pay.Cases().Where(c => clause.When.Any(w => w.And(c.Box)?.And(box) is not null)))
            {
                if (amount is NoneExpr) continue;
                if (amount is not ConstantExpr stated) return null;
                granted.Add(stated.Value);
                foreach (ConstantExpr step in clause.Pay.Steps.SelectMany(s => s.Exprs()).OfType<ConstantExpr>().Where(e => e.Kind == ValueKind.Money)) granted.Add(step.Value);
            }
        }

        return granted;
    }

    // Goes through the text once, honour by honour, amount by amount, sentence by sentence.
    private void Read()
    {
        List<(int Award, string Key, int Index)> honours = [];
        List<FoundAmount> amounts = [];
        int last = 0;
        void End()
        {
            for (int i = 0; i < honours.Count && (amounts.Count == 1 || amounts.Count == honours.Count); i++)
                _granted.Add((honours[i].Award, honours[i].Key, honours[i].Index, amounts[amounts.Count == 1 ? 0 : i].Fen));
            honours.Clear();
            amounts.Clear();
        }

        foreach (var found in Marks().OrderBy(m => m.Index))
        {
            if (found.Honour is { } honour)
            {
                if (amounts.Count > 0) End();
                honours.Add((honour.Award, honour.Key, found.Index));
            }
            else if (found.Amount is { } amount && honours.Count > 0)
            {
                string between = text.Text[last..amount.Index];
                if (amounts.Count > 0 && !JoinsAmounts().IsMatch(between)) End();
                else if (amounts.Count == 0 && (NoGrant().IsMatch(between) || (Counted().IsMatch(between) && !Each().IsMatch(between)) || IsThreshold(amount))) honours.Clear();
                else amounts.Add(amount);
            }
            else if (found is { Honour: null, Amount: null })
            {
                End();
            }

            last = found.Index + found.Length;
        }

        End();
    }

    private IEnumerable<(int Index, int Length, (int Award, string Key)? Honour, FoundAmount? Amount)> Marks()
    {
        foreach (FoundAmount amount in text.Amounts) yield return (amount.Index, amount.Length, null, amount);
        foreach (Match end in SentenceEnd().Matches(text.Text)) yield return (end.Index, end.Length, null, null);
        ILookup<char, string> byFirst = _names.Keys.Where(n => n.Length > 1).ToLookup(n => n[0]);
        for (int i = 0; i < text.Plain.Length; i++)
        {
            string? name = byFirst[text.Plain[i]].Where(n => string.CompareOrdinal(text.Plain, i, n, 0, n.Length) == 0).MaxBy(n => n.Length);
            if (name is null) continue;
            int end = i + name.Length;
            bool isOther = string.CompareOrdinal(text.Plain, end, "提名", 0, 2) == 0;
            Match qualifier = Qualifier().Match(text.Plain, end, Math.Min(LongestQualifier, text.Plain.Length - end));
            if (!isOther) yield return (text.Origin(i), text.Origin(end - 1) + 1 - text.Origin(i), (_names[name], name + qualifier.Value), null);
            i = end - 1;
        }
    }

    private bool IsThreshold(FoundAmount amount) => Threshold().IsMatch(text.Text.AsSpan(amount.Index + amount.Length, Math.Min(8, text.Text.Length - amount.Index - amount.Length)));

    private static string Yuan(Rational fen) => Symbols.ShowNumber(ValueKind.Money, fen);

    [GeneratedRegex(@"[。；;！!\n]", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\G\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"^[、,，和及与或/\-~至到— ]*(?:不高于|不超过|最高|最多)?[ ]*$", RegexOptions.CultureInvariant)]
    private static partial Regex JoinsAmounts();

    [GeneratedRegex("补差|差额|补足|累计|总额|合计|共计|达到|不少于|不低于|不足|不满|突破|注册资本|投资|产值|收入|销售|纳税|税收", RegexOptions.CultureInvariant)]
    private static partial Regex NoGrant();

    // 38家企业 380万元 is a sum.
    [GeneratedRegex("[0-9]+ *[家个项件户款]", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex("各|每|分别", RegexOptions.CultureInvariant)]
    private static partial Regex Each();

    [GeneratedRegex("^ *(?:[(（]不?含[^)）]*[)）])? *(?:以上|以下|[-~至到—])|^ *[(（]不?含", RegexOptions.CultureInvariant)]
    private static partial Regex Threshold();
}

using System.Globalization;
using Incentives.Core.Comparing;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Tests.Commands;
using Incentives.Tests.Oracle;
using Comparison = Incentives.Core.Comparing.Comparison;

namespace Incentives.Tests.Comparing;

/// <summary>What holds for every comparison: it is the difference of calculations made apart, and everything it adds up adds up to it.</summary>
public sealed class ComparisonPropertyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Random schemes against each other over one roster and history: rules, and overlays that change one amount and drop all limits.
    [Fact]
    public void Random_rules()
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            Example example = Examples.Make(seed);
            string rules = Write($"base-{seed}.yaml", example.Policy.WithoutLists.ToYaml()), other = Write($"other-{seed}.yaml", Examples.Make(seed + 1000).Policy.WithoutLists.ToYaml());
            string overlay = Write($"overlay-{seed}.yaml", $"overlay: o\nbase: {Policy.Id}\nchange:\n  clauses/{example.Policy.Clauses[0].Id}/pay: {{per: recipient, up-to: 7万元}}\n");
            Holds(seed, example, new VariantChoices([rules, other, overlay], [], [], [], [$"两步: --rules {rules} --rules {overlay}"]));
        }
    }

    // Several changes in one variant, taken apart step by step, in either order.
    [Fact]
    public void Random_steps()
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            Example example = Examples.Make(seed);
            string rules = Write($"steps-{seed}.yaml", Stepped);
            Holds(seed, example, new VariantChoices([rules], ["cut=in-order", "cut=pro-rata", "cut=refuse"], ["封顶=8万元"], ["首次=2万元..6万元/2万元"],
                ["甲: --reading by=level --set 封顶=3万元 --reading cut=stop --set 首次=9万元", "乙: --set 首次=9万元 --reading cut=stop --set 封顶=3万元 --reading by=level"]));
        }
    }

    // A variant comes out the same wherever it stands among the others, and a change taken last is the rest of the difference.
    [Fact]
    public void The_order_of_variants_changes_no_variant()
    {
        Example example = Examples.Make(7);
        string rules = Write("order.yaml", Stepped);
        string[] named = ["甲: --reading by=level --set 首次=9万元", "乙: --set 封顶=3万元", "丙: --reading cut=stop --set 封顶=1万元"];
        using Comparison straight = Run(example, new VariantChoices([rules], [], [], [], named)), back = Run(example, new VariantChoices([rules], [], [], [], [.. named.Reverse()]));
        foreach (VariantComparison variant in straight.Variants)
        {
            VariantComparison same = back.Variants.Single(v => v.Variant.Name == variant.Variant.Name);
            same.Sums.Should().Equal(variant.Sums);
            same.Attributions.Should().Equal(variant.Attributions);
            same.Changes.Select(Plain).Should().Equal(variant.Changes.Select(Plain));
        }

        static string Plain(RowChange c) => $"{c.Row} {c.Step} {c.Before.Clause} {c.Before.Status} {c.Before.Payable} {c.After.Clause} {c.After.Status} {c.After.Payable}";
    }

    private const string Stepped = """
        scheme: stepped
        title: 分步
        status: in-force
        effective: 2010-01-01..2030-12-31
        columns: {暂缓: flag, 剔除: flag, 优先: number, 权重: number}
        readings:
          by: {question: 按什么, default: rank}
          cut: {question: 怎么减, default: in-order}
        settings: {首次: 4万元, 封顶: 10万元}
        exclude: [{when: {剔除: 是}, outcome: zero}, {when: {暂缓: 是}, outcome: held}]
        clauses:
          - id: one
            department: 甲局
            when: {award: [甲奖, 乙奖]}
            recur: {by: recipient, again: 50%}
            pay: {per: item, up-to: {reading: by, rank: {by: rank, 1: 5万元, 2..9: 2万元}, level: {by: level, 国家: 6万元, 省: 3万元, 市: 1万元}}}
          - id: two
            department: {reading: by, rank: 甲局, level: 乙局}
            when: {award: [丙奖, 丁奖]}
            pay: {per: recipient, fixed: $首次}
            overlap: {by: recipient, keep: highest}
        limit:
          - {at-most: $封顶, by: recipient, within: year, cut: in-order}
          - {at-most: 15万元, within: ever, cut: {reading: cut, in-order: in-order, pro-rata: pro-rata, stop: stop, refuse: refuse}}

        """;

    private void Holds(int seed, Example example, VariantChoices choices)
    {
        using Comparison comparison = Run(example, choices);
        Dictionary<(int, string), long> start = Apart(comparison.Variants[0].Runs[0], example);
        foreach (VariantComparison variant in comparison.Variants)
        {
            string because = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {variant.Variant.Name}");
            Dictionary<(int, string), long> then = Apart(variant.Runs[^1], example);
            Dictionary<(int Row, string Clause), long> difference = start.Keys.Union(then.Keys).Select(k => (k, then.GetValueOrDefault(k) - start.GetValueOrDefault(k))).Where(p => p.Item2 != 0).ToDictionary(p => p.k, p => p.Item2);
            long total = difference.Values.Sum();
            variant.Total.Difference.Fen.Should().Be(total, because);
            variant.Changes.Sum(c => c.Difference).Should().Be(total, because);
            variant.Changes.GroupBy(c => (c.Row, variant.ClauseOf(c)?.Id ?? "")).Select(g => (g.Key, g.Sum(c => c.Difference))).Where(p => p.Item2 != 0).ToDictionary(p => p.Key, p => p.Item2).Should().BeEquivalentTo(difference, because);
            variant.Attributions.Sum(a => a.Difference.Fen).Should().Be(total, because);
            variant.Gainers.Concat(variant.Losers).Sum(r => r.Difference.Fen).Should().Be(total, because);
            variant.Gainers.Where(r => r.Difference <= Money.Zero).Should().BeEmpty(because);
            variant.Gainers.Should().BeInDescendingOrder(r => r.Difference);
            foreach (string by in new[] { "total", "clause", "department" })
            {
                variant.By(by).Sum(s => s.Base.Fen).Should().Be(start.Values.Sum(), because);
                variant.By(by).Sum(s => s.Then.Fen).Should().Be(then.Values.Sum(), because);
                variant.By(by).Where(s => s.Difference != s.More - s.Less).Should().BeEmpty(because);
            }
        }
    }

    // The same calculation made apart, with names of its own.
    private Dictionary<(int, string), long> Apart(VariantRun run, Example example)
    {
        DiagnosticBag bag = new();
        using BatchResult? batch = Batch.Run(run.Rules.Rules, Request(example) with { Readings = run.Rules.Readings, Settings = run.Rules.Settings }, bag);
        Dictionary<(int, string), long> payable = [];
        for (int i = 0; i < batch!.Lines.Count; i++)
        {
            ClaimLine line = batch.Lines[i];
            if (line.Payable != 0) payable[(line.Row, batch.Plan.Clauses[line.Clause].Id)] = line.Payable;
        }

        return payable;
    }

    private Comparison Run(Example example, VariantChoices choices)
    {
        DiagnosticBag bag = new();
        Comparison? comparison = Comparer.Run(new ComparisonRequest(Request(example), VariantList.Of(choices, bag)), bag, default);
        return comparison ?? throw new InvalidOperationException(string.Join('\n', bag.Sorted().Select(d => d.ToText(Language.English))));
    }

    private BatchRequest Request(Example example) => new()
    {
        Rosters = [new InputFile("roster.csv", Write("roster.csv", Csv.Roster(example.Roster)))],
        History = [new InputFile("history.csv", Write("history.csv", Csv.History(example.History)))],
        Period = example.Period,
        Threads = 1,
    };

    private string Write(string name, string text) => _folder.Write(name, text);
}

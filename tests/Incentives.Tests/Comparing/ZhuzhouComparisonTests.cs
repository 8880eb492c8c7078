using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Comparing;

/// <summary>The readings of the Zhuzhou draft against each other over the sample roster, worked by hand.</summary>
public sealed class ZhuzhouComparisonTests : IDisposable
{
    private const string ByRank = "standards-30-10-5=by-rank", ByLevel = "standards-30-10-5=by-level";

    private readonly TempFolder _folder = new();

    private static string Sample => Repository.Path("samples/zhuzhou-2024.csv");

    private static string Rules => Repository.Path(Calculation.Zhuzhou);

    public void Dispose() => _folder.Dispose();

    // 标准制修订 rows of the sample, 万元 by rank and by level:
    // ZZ006 国际 第1名 30, 30; ZZ007 行业 第1名 核定 20: 20, 最高 5; ZZ008 国家 第3名 5, 10; ZZ009 国家 第2名 2项 20, 20; ZZ010 行业 第1名 30, 5;
    // ZZ011 第4名 and ZZ012 without a rank get nothing either way. Together 105 and 70.
    [Fact]
    public void The_two_readings_of_30_10_5()
    {
        CompareRun run = CompareRun.Of(_folder, Sample, "--rules", Rules, "--reading", ByRank, "--reading", ByLevel);
        run.Changes.Select(c => $"{c.Line} {c.Id} {c.Clause} {c.Before} {c.BeforeYuan} -> {c.After} {c.AfterYuan}: {c.DifferenceYuan}").Should().Equal(
            "8 ZZ007 standards pay approved 200000 -> pay above-ceiling 50000: -150000",
            "9 ZZ008 standards pay-up-to ceiling-open 50000 -> pay-up-to ceiling-open 100000: 50000",
            "11 ZZ010 standards pay-up-to ceiling-open 300000 -> pay-up-to ceiling-open 50000: -250000");
        run.Changes.Should().OnlyContain(c => c.Variant == ByLevel && c.Change == ByLevel);
        run.By("total").Should().Equal(" 8980000 8630000 -350000");
        run.Changes.Sum(c => c.DifferenceYuan).Should().Be(-350000);
        run.Sums.Where(s => s.By == "attribution").Should().Equal(new SumLine(ByLevel, "attribution", "standards", ByLevel, 0, 0, -350000, 0, 0, 3));
        run.By("clause").Should().Equal("honours-30 850000 850000 0", "honours-5 80000 80000 0", "honours-50 3000000 3000000 0", "honours-person 200000 200000 0", "platforms 3800000 3800000 0", "standards 1050000 700000 -350000");
        run.By("department").Should().Equal("市市场监管局 4850000 4500000 -350000", "市财政局 4130000 4130000 0");
        run.Sums.Single(s => s.By == "total").Should().Match<SumLine>(s => s.More == 50000 && s.Less == 400000 && s.Rows == 3);
        // 硬质合金: 120 of the platform, capped at 100, 20 of the standard, 50 of the patent; 醴陵陶瓷: 5 and 30 of standards.
        run.Recipients.Should().Equal(
            $"{ByLevel}: 醴陵示例陶瓷有限公司 350000 150000 -200000 rows 2 first 9",
            $"{ByLevel}: 株洲示例硬质合金有限公司 1700000 1550000 -150000 rows 1 first 8");
    }

    // One after the other: 湖南老字号 (ZZ022) leaves honours-30 with 30 and enters honours-5 with 5.
    [Fact]
    public void Several_changes_are_taken_apart_in_their_order()
    {
        CompareRun run = CompareRun.Of(_folder, Sample, "--rules", Rules, "--variant", "两处: --reading standards-30-10-5=by-level --reading hunan-laozihao=tier-5");
        run.By("total").Should().Equal(" 8980000 8380000 -600000");
        run.Sums.Where(s => s.By == "attribution").Select(s => $"{s.Change} {s.Key} {s.Difference}").Should().Equal(
            $"{ByLevel} standards -350000", "hunan-laozihao=tier-5 honours-30 -300000", "hunan-laozihao=tier-5 honours-5 50000");
        run.Changes.Where(c => c.Line == 23).Select(c => $"{c.Clause} {c.Before} {c.BeforeYuan} -> {c.After} {c.AfterYuan}").Should().Equal(
            "honours-5   0 -> pay-up-to ceiling-open 50000", "honours-30 pay-up-to ceiling-open 300000 ->   0");
    }

    // What is given once holds for all: by level in both, 湖南老字号 compared. 8,630,000 less 300,000 and 50,000 more.
    [Fact]
    public void What_is_given_once_holds_for_all()
    {
        CompareRun run = CompareRun.Of(_folder, Sample, "--rules", Rules, "--reading", ByLevel, "--reading", "hunan-laozihao=tier-30", "--reading", "hunan-laozihao=tier-5");
        run.By("total").Should().Equal(" 8630000 8380000 -250000");
    }

    [Fact]
    public void Where_nothing_is_given_twice_the_choice_is_compared_with_the_rules_as_they_stand() =>
        CompareRun.Of(_folder, Sample, "--rules", Rules, "--reading", ByLevel).By("total").Should().Equal(" 8980000 8630000 -350000");

    // ZZ001 and ZZ002 to ZZ005 of platforms are under a ceiling of 100: 100, 80, 100 (120 approved), 100, 0 of 院士工作站. At 90: 90, 80, 90, 90.
    [Fact]
    public void An_overlay_is_a_variant()
    {
        string overlay = _folder.Write("ninety.yaml", "overlay: ninety\nbase: zhuzhou-brand-2023\nchange:\n  clauses/platforms/pay/up-to: 90万元\n");
        CompareRun run = CompareRun.Of(_folder, Sample, "--rules", Rules, "--rules", overlay);
        run.By("total").Should().Equal(" 8980000 8680000 -300000");
        run.Changes.Select(c => $"{c.Id} {c.Clause} {c.DifferenceYuan}").Should().Equal("ZZ001 platforms -100000", "ZZ003 platforms -100000", "ZZ005 platforms -100000");
        run.Changes.Should().OnlyContain(c => c.Change == "ninety.yaml");
    }

    // Another scheme id: where each has one policy, clauses are the same by their id.
    [Fact]
    public void A_draft_under_another_id_is_compared_clause_by_clause()
    {
        string vocabulary = Repository.Path("rules/vocabulary"), text = File.ReadAllText(Repository.Path("rules/hunan/zhuzhou/brand-2023.yaml"));
        foreach (string file in Directory.EnumerateFiles(vocabulary)) _folder.Write($"vocabulary/{Path.GetFileName(file)}", File.ReadAllText(file));
        string draft = _folder.Write("draft.yaml", text.Replace("scheme: zhuzhou-brand-2023", "scheme: zhuzhou-draft", StringComparison.Ordinal).Replace("up-to: 100万元", "up-to: 90万元", StringComparison.Ordinal));
        CompareRun run = CompareRun.Of(_folder, Sample, "--rules", Rules, "--rules", draft);
        run.By("clause").Single(c => c.StartsWith("platforms", StringComparison.Ordinal)).Should().Be("platforms 3800000 3500000 -300000");
        run.Changes.Should().HaveCount(3);
    }

    // A repeat winner of the history changes nothing between the readings, but is there in both.
    [Fact]
    public void History_counts_in_every_variant()
    {
        CompareRun run = CompareRun.Of(_folder, Sample, "--rules", Rules, "--history", Repository.Path("samples/zhuzhou-history.csv"), "--reading", ByRank, "--reading", ByLevel);
        RunView before = Calculation.Run(_folder, Sample, Calculation.Zhuzhou, "--history", Repository.Path("samples/zhuzhou-history.csv"));
        run.By("total").Should().Equal($" {before.Total} {before.Total - 350000} -350000");
    }
}

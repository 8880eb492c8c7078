using Incentives.Tests.Commands;

namespace Incentives.Tests.Runs;

/// <summary>
/// The sample roster under 二(八) and 二(九) of the Zhuzhou draft, worked row by row from the policy's text: a platform at most 1,000,000, a standard
/// 300,000 / 100,000 / 50,000, an honour 500,000 / 300,000 / 50,000, a person 100,000 / 50,000, each honour and platform the first time only.
/// </summary>
public sealed class ZhuzhouSampleTests : IDisposable
{
    private const string Roster = "samples/zhuzhou-2024.csv";

    // ZZ003: 1,200,000 approved over 1,000,000. ZZ005, ZZ017, ZZ026: in the history. ZZ009: two standards at rank 2. ZZ014 is later than ZZ015.
    private static readonly string[] WithHistory =
    [
        "ZZ001 pay-up-to ceiling-open platforms 1000000",
        "ZZ002 pay approved platforms 800000",
        "ZZ003 pay above-ceiling platforms 1000000",
        "ZZ004 unmatched no-clause - 0",
        "ZZ005 zero not-first platforms 0",
        "ZZ006 pay-up-to ceiling-open standards 300000",
        "ZZ007 pay approved standards 200000",
        "ZZ008 pay-up-to ceiling-open standards 50000",
        "ZZ009 pay-up-to ceiling-open standards 200000",
        "ZZ010 pay-up-to ceiling-open standards 300000",
        "ZZ011 unmatched no-clause - 0",
        "ZZ012 held missing-value - 0",
        "ZZ013 pay above-ceiling honours-50 500000",
        "ZZ014 zero not-first honours-50 0",
        "ZZ015 pay-up-to ceiling-open honours-50 500000",
        "ZZ016 pay approved honours-50 500000",
        "ZZ017 zero not-first honours-50 0",
        "ZZ018 pay-up-to ceiling-open honours-50 500000",
        "ZZ019 pay-up-to ceiling-open honours-50 500000",
        "ZZ020 pay-up-to ceiling-open honours-30 300000",
        "ZZ021 zero rated-zero honours-30 0",
        "ZZ022 pay-up-to ceiling-open honours-30 300000",
        "ZZ023 pay approved honours-30 250000",
        "ZZ024 pay-up-to ceiling-open honours-person 100000",
        "ZZ025 pay approved honours-person 50000",
        "ZZ026 zero not-first honours-person 0",
        "ZZ027 unmatched no-clause - 0",
        "ZZ028 pay-up-to ceiling-open honours-5 50000",
        "ZZ029 zero not-first honours-5 0",
        "ZZ030 pay approved honours-5 30000",
        "ZZ031 unmatched no-clause - 0",
        "ZZ032 unmatched outside-period - 0",
        "ZZ033 held missing-value - 0",
        "ZZ034 rejected missing-recipient - 0",
        "ZZ035 rejected bad-date - 0",
        "ZZ036 rejected bad-amount - 0",
        " rejected total-row - 0",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_row_with_history()
    {
        RunView run = With();
        run.Payouts.Select(p => p.Short).Should().Equal(WithHistory);
        run.Payouts.Select(p => p.Line).Should().Equal(Enumerable.Range(2, 37));
        run.Total.Should().Be(7_430_000);
    }

    [Fact]
    public void Sums_with_history()
    {
        RunView run = With();
        run.By("status").Should().Equal("held 0", "pay 3330000", "pay-up-to 4100000", "rejected 0", "unmatched 0", "zero 0");
        run.RowsByStatus().Should().Equal("held 2", "pay 8", "pay-up-to 12", "rejected 4", "unmatched 5", "zero 6");
        run.By("clause").Should().Equal("- 0", "honours-30 850000", "honours-5 80000", "honours-50 2500000", "honours-person 150000", "platforms 2800000", "standards 1050000");
        run.By("department").Should().Equal("- 0", "市市场监管局 3850000", "市财政局 3580000");
    }

    // Nobody has had ZZ005's platform (+1,000,000), ZZ017's honour (+500,000) or ZZ026's (+50,000) before.
    [Fact]
    public void Every_row_without_history()
    {
        RunView run = Calculation.Run(_folder, Repository.Path(Roster), Calculation.Zhuzhou);
        run.Payouts.Select(p => p.Short).Should().Equal(Changed(
            "ZZ005 pay-up-to ceiling-open platforms 1000000", "ZZ017 pay-up-to ceiling-open honours-50 500000", "ZZ026 pay-up-to ceiling-open honours-person 50000"));
        run.Total.Should().Be(8_980_000);
    }

    // International 300,000, national 100,000, trade 50,000, whatever the rank: ZZ007's 200,000 is now above its ceiling.
    [Fact]
    public void Every_row_by_level()
    {
        RunView run = With("--reading", "standards-30-10-5=by-level");
        run.Payouts.Select(p => p.Short).Should().Equal(Changed(ByLevel));
        run.Total.Should().Be(7_080_000);
    }

    [Fact]
    public void Every_row_with_hunan_laozihao_at_50000()
    {
        RunView run = With("--reading", "hunan-laozihao=tier-5");
        run.Payouts.Select(p => p.Short).Should().Equal(Changed("ZZ022 pay-up-to ceiling-open honours-5 50000"));
        run.Total.Should().Be(7_180_000);
    }

    [Fact]
    public void Every_row_under_both_other_readings()
    {
        RunView run = With("--reading", "hunan-laozihao=tier-5", "--reading", "standards-30-10-5=by-level");
        run.Payouts.Select(p => p.Short).Should().Equal(Changed([.. ByLevel, "ZZ022 pay-up-to ceiling-open honours-5 50000"]));
        run.Total.Should().Be(6_830_000);
    }

    [Fact]
    public void Gb18030_gives_the_same_and_says_so()
    {
        RunView utf8 = With();
        CommandResult said = CommandLine.English(
            "calculate", Repository.Path("samples/zhuzhou-2024-gb18030.csv"), "--history", Repository.Path("samples/zhuzhou-history.csv"),
            "--rules", Repository.Path(Calculation.Zhuzhou), "--out", _folder["gb"]);
        said.Exit.Should().Be(0);
        said.Error.Should().Be(
            """
            zhuzhou-2024-gb18030.csv: note INC4009: The file is not UTF-8; it was read as GB18030 (GBK).
              next step: Check some names; if they are garbled, save the file as "CSV UTF-8 (comma delimited)" and run again.

            """);
        RunView run = new(_folder["gb"]);
        File.ReadAllBytes(_folder["gb/payouts.csv"]).Should().Equal(File.ReadAllBytes(Path.Combine(utf8.Folder, "payouts.csv")));
        File.ReadAllBytes(_folder["gb/summary.csv"]).Should().Equal(File.ReadAllBytes(Path.Combine(utf8.Folder, "summary.csv")));
        run.Total.Should().Be(7_430_000);
    }

    [Theory]
    [InlineData("zh", "名册 37 行，应付合计 7,430,000 元", "需要人看的行（13）", "hunan-laozihao")]
    [InlineData("en", "37 roster rows, payable 7,430,000 yuan", "Rows a person should look at (13)", "hunan-laozihao")]
    public void The_screen_tells_the_total_the_doubtful_rows_and_the_readings(string language, params string[] parts)
    {
        CommandResult result = CommandLine.Run(
            "calculate", Repository.Path(Roster), "--history", Repository.Path("samples/zhuzhou-history.csv"), "--rules", Repository.Path(Calculation.Zhuzhou), "--out", _folder["out"], "--lang", language);
        result.Exit.Should().Be(0);
        foreach (string part in parts) result.Output.Should().Contain(part);
        foreach (string sum in (string[])["2,800,000", "1,050,000", "2,500,000", "850,000", "150,000", "80,000", "3,850,000", "3,580,000"]) result.Output.Should().Contain(sum);
        foreach (string id in (string[])["ZZ003", "ZZ004", "ZZ011", "ZZ012", "ZZ013", "ZZ027", "ZZ031", "ZZ032", "ZZ033", "ZZ034", "ZZ035", "ZZ036"]) result.Output.Should().Contain(id);
        foreach (string id in (string[])["ZZ001", "ZZ014", "ZZ021"]) result.Output.Should().NotContain(id);
    }

    [Fact]
    public void Payouts_begin_with_the_fixed_columns()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(With().Folder, "payouts.csv"));
        bytes.Take(3).Should().Equal(0xEF, 0xBB, 0xBF);
        System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n")[0].Should().Be(RunView.Header);
    }

    [Fact]
    public void Strict_says_that_rows_were_rejected()
    {
        CommandResult result = CommandLine.English("calculate", Repository.Path(Roster), "--rules", Repository.Path(Calculation.Zhuzhou), "--out", _folder["out"], "--strict");
        result.Exit.Should().Be(1);
        File.Exists(_folder["out/payouts.csv"]).Should().BeTrue();
    }

    private static string[] ByLevel =>
    [
        "ZZ007 pay above-ceiling standards 50000", "ZZ008 pay-up-to ceiling-open standards 100000", "ZZ009 pay-up-to ceiling-open standards 200000", "ZZ010 pay-up-to ceiling-open standards 50000",
    ];

    private static string[] Changed(params string[] rows) => [.. WithHistory.Select(r => rows.FirstOrDefault(c => c.Split(' ')[0] == r.Split(' ')[0]) ?? r)];

    private RunView With(params string[] more) =>
        Calculation.Run(_folder, Repository.Path(Roster), Calculation.Zhuzhou, ["--history", Repository.Path("samples/zhuzhou-history.csv"), .. more]);
}

using System.Globalization;
using System.Text;
using Incentives.Tests.Commands;
using Incentives.Tests.Sampling;

namespace Incentives.Tests.Runs;

/// <summary>What must not change a result: the order of rows, the number of threads, the culture, running again; and what must add up.</summary>
public sealed class InvarianceTests : IDisposable, IClassFixture<InvarianceTests.Large>
{
    private readonly TempFolder _folder = new();
    private readonly Large _large;

    public InvarianceTests(Large large) => _large = large;

    private static string Sample => Repository.Path("samples/zhuzhou-2024.csv");

    private static string[] History => ["--history", Repository.Path("samples/zhuzhou-history.csv")];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_sample_shuffled_pays_each_row_the_same(int seed)
    {
        string[] lines = File.ReadAllText(Sample, Encoding.UTF8).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string shuffled = _folder.Write("shuffled.csv", lines[0] + "\n" + string.Join('\n', RosterGenerator.Shuffle(lines[1..], seed)) + "\n");
        ById(Calculation.Run(_folder, shuffled, Calculation.Zhuzhou, History)).Should().Equal(ById(Calculation.Run(_folder, Sample, Calculation.Zhuzhou, History)));
    }

    [Fact]
    public void A_large_roster_shuffled_pays_each_row_the_same()
    {
        string shuffled = _folder.Write("shuffled.csv", RosterGenerator.Text(RosterGenerator.Shuffle(_large.Rows, 11)));
        ById(Calculation.Run(_folder, shuffled, Calculation.Zhuzhou)).SequenceEqual(ById(_large.Run)).Should().BeTrue();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("7")]
    public void Threads_change_no_byte(string threads)
    {
        Calculation.Run(_folder, Sample, Calculation.Zhuzhou, ["--threads", threads, .. History]).ShouldEqual(Calculation.Run(_folder, Sample, Calculation.Zhuzhou, History));
        Calculation.Run(_folder, _large.Roster, Calculation.Zhuzhou, "--threads", threads).ShouldEqual(_large.Run);
    }

    // From some 65,000 lines on, first times and sums are worked out in parts, side by side.
    [Fact]
    public void Threads_change_no_byte_of_a_batch_that_is_worked_in_parts()
    {
        SampleRun.Write(_folder, Calculation.Zhuzhou, 150_000);
        RunView one = Calculation.Run(_folder, _folder["roster.csv"], Calculation.Zhuzhou, "--threads", "1");
        Calculation.Run(_folder, _folder["roster.csv"], Calculation.Zhuzhou, "--threads", "3").ShouldEqual(one);
    }

    // Turkish lower-cases I differently; German and Arabic write numbers, Thai and Persian dates, differently.
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    public void Cultures_change_no_byte_and_no_word(string culture)
    {
        string[] line = ["calculate", Sample, "--rules", Repository.Path(Calculation.Zhuzhou), .. History, "--lang", "en", "--out"];
        CommandResult plain = In(CultureInfo.InvariantCulture, () => CommandLine.Run([.. line, _folder["plain"]]));
        CommandResult abroad = In(CultureInfo.GetCultureInfo(culture), () => CommandLine.Run([.. line, _folder["abroad"]]));
        new RunView(_folder["abroad"]).ShouldEqual(new RunView(_folder["plain"]));
        abroad.Output.Replace("abroad", "plain", StringComparison.Ordinal).Split('\n').Should().Equal(plain.Output.Split('\n'));
        In(CultureInfo.GetCultureInfo(culture), () => CommandLine.English("explain", _folder["abroad"], "--row", "ZZ014")).Output
            .Should().Be(CommandLine.English("explain", _folder["plain"], "--row", "ZZ014").Output);
    }

    [Fact]
    public void A_large_roster_in_turkish_changes_no_byte_and_no_word()
    {
        string[] line = ["calculate", _large.Roster, "--rules", Repository.Path(Calculation.Zhuzhou), "--lang", "en", "--out"];
        CommandResult plain = In(CultureInfo.InvariantCulture, () => CommandLine.Run([.. line, _folder["plain"]]));
        CommandResult turkish = In(CultureInfo.GetCultureInfo("tr-TR"), () => CommandLine.Run([.. line, _folder["turkish"]]));
        new RunView(_folder["turkish"]).ShouldEqual(new RunView(_folder["plain"]));
        turkish.Output.Replace("turkish", "plain", StringComparison.Ordinal).Split('\n').Should().Equal(plain.Output.Split('\n'));
    }

    [Fact]
    public void Running_again_changes_no_byte()
    {
        RunView first = Calculation.RunInto(_folder["first"], Sample, Calculation.Zhuzhou, History), second = Calculation.RunInto(_folder["second"], Sample, Calculation.Zhuzhou, History);
        second.ShouldEqual(first);
        IReadOnlyDictionary<string, byte[]> before = first.Files();
        Calculation.RunInto(_folder["first"], Sample, Calculation.Zhuzhou, History).Files().Should().BeEquivalentTo(before);
    }

    // A run names no folder of the machine: the same files elsewhere give the same run.
    [Fact]
    public void The_place_of_the_files_changes_no_byte()
    {
        string moved = _folder.Write("elsewhere/zhuzhou-2024.csv", File.ReadAllBytes(Sample));
        Calculation.Run(_folder, moved, Calculation.Zhuzhou, History).ShouldEqual(Calculation.Run(_folder, Sample, Calculation.Zhuzhou, History));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sums_of_the_lines_agree_with_the_summary(bool isLarge)
    {
        RunView run = isLarge ? _large.Run : Calculation.Run(_folder, Sample, Calculation.Zhuzhou, History);
        long total = run.Payouts.Sum(p => p.PayableFen), entitled = run.Payouts.Sum(p => p.EntitledFen);
        total.Should().BePositive();
        run.Summary[0].Should().Be(new SummaryLine("total", "", run.Payouts.Count, entitled, total));
        foreach (string by in (string[])["scheme", "clause", "department", "award", "status"])
        {
            SummaryLine[] lines = [.. run.Summary.Where(s => s.By == by)];
            lines.Sum(s => s.PayableFen).Should().Be(total, by);
            lines.Sum(s => s.EntitledFen).Should().Be(entitled, by);
            lines.Sum(s => s.Rows).Should().Be(run.Payouts.Count, by);
        }

        Sums(run, p => p.Clause).Should().BeEquivalentTo(run.Summary.Where(s => s.By == "clause").ToDictionary(s => s.Key, s => s.PayableFen));
        Sums(run, p => p.Status).Should().BeEquivalentTo(run.Summary.Where(s => s.By == "status").ToDictionary(s => s.Key, s => s.PayableFen));
        run.Payouts.Where(p => p.Status is not ("pay" or "pay-up-to")).Should().OnlyContain(p => p.PayableFen == 0);
        run.Payouts.Where(p => p.Status is "pay" or "pay-up-to").Should().OnlyContain(p => p.PayableFen > 0 && p.PayableFen <= p.EntitledFen);
    }

    [Fact]
    public void Every_row_comes_out_once_in_its_order()
    {
        _large.Run.Payouts.Select(p => p.Id).SequenceEqual(_large.Rows.Select(r => r[..r.IndexOf(',', StringComparison.Ordinal)])).Should().BeTrue();
        _large.Run.Payouts.Select(p => p.Line).SequenceEqual(Enumerable.Range(2, _large.Rows.Count)).Should().BeTrue();
        _large.Run.Payouts.Select(p => p.Status).Distinct().Should().BeEquivalentTo("pay", "pay-up-to", "zero", "held", "rejected", "unmatched");
    }

    // Counted from the generated rows: of one organisation or person and honour only the earliest grant in force is paid.
    [Fact]
    public void No_honour_is_paid_twice()
    {
        var paid = _large.Run.Payouts.Where(p => p.PayableFen > 0 && p.Clause != "standards").GroupBy(p => (p.Recipient, p.Award)).ToList();
        paid.Should().NotBeEmpty();
        paid.Where(g => g.Count() > 1).Should().BeEmpty();
    }

    private static Dictionary<string, long> Sums(RunView run, Func<PayoutLine, string> key) => run.Payouts.GroupBy(key).ToDictionary(g => g.Key, g => g.Sum(p => p.PayableFen));

    private static List<string> ById(RunView run) => [.. run.Payouts.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => p.Short)];

    private static T In<T>(CultureInfo culture, Func<T> action)
    {
        (CultureInfo before, CultureInfo beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    /// <summary>A roster of many blocks, calculated once for all tests.</summary>
    public sealed class Large : IDisposable
    {
        private readonly TempFolder _folder = new();

        public Large()
        {
            Rows = RosterGenerator.Rows(60_000, 7);
            Roster = _folder.Write("large.csv", RosterGenerator.Text(Rows));
            Run = Calculation.Run(_folder, Roster, Calculation.Zhuzhou);
        }

        internal IReadOnlyList<string> Rows { get; }

        internal string Roster { get; }

        internal RunView Run { get; }

        public void Dispose() => _folder.Dispose();
    }
}

using System.Diagnostics;
using System.Globalization;
using Incentives.Core.Diagnostics;
using Incentives.Core.Ledger;
using Xunit.Abstractions;

namespace Incentives.Tests.Ledger;

/// <summary>Processes that die, and processes that meet.</summary>
public sealed class LedgerKillTests(ITestOutputHelper output)
{
    /// <summary>Kills in one run of the suite; the environment variable can ask for more.</summary>
    private const int Kills = 200;

    private const int Rows = 4_000;

    [Fact]
    public void A_post_killed_at_any_moment_leaves_all_of_the_batch_or_none()
    {
        int kills = int.TryParse(Environment.GetEnvironmentVariable("INCENTIVES_LEDGER_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : Kills;
        using LedgerDesk desk = new();
        desk.Propose(desk.Run("run", string.Concat(Enumerable.Range(1, Rows).Select(i => $"公司{i},,示例奖,产品{i},2024-03-01,1,\n"))));
        desk.Approve(1);
        byte[] approved = File.ReadAllBytes(desk.Ledger);
        Stopwatch watch = Stopwatch.StartNew();
        LedgerProcess.End(LedgerProcess.Start(desk.Args("post", "1", "--by", "丙"))).Exit.Should().Be(0);
        int whole = (int)watch.ElapsedMilliseconds;
        desk.Verify().Exit.Should().Be(0);

        int seed = Environment.TickCount;
        Random random = new(seed);
        int before = 0, during = 0, after = 0;
        for (int i = 0; i < kills; i++)
        {
            string journal = desk.Ledger + "-journal";
            File.Delete(journal);
            File.WriteAllBytes(desk.Ledger, approved);
            using Process process = LedgerProcess.Start(desk.Args("post", "1", "--by", "丙"));
            // Every other one while the transaction is open, which is a small part of the whole.
            if (i % 2 == 0) Thread.Sleep(random.Next(whole + (whole / 10)));
            else WaitFor(journal, process, random.Next(Math.Max(1, whole / 20)));
            process.Kill();
            process.WaitForExit();
            bool wasOpen = File.Exists(journal) && new FileInfo(journal).Length > 0;

            DiagnosticBag found = new(), bag = new();
            LedgerCheck.Run(desk.Ledger, [], found, bag).Should().NotBeNull();
            found.Sorted().Should().BeEmpty("seed {0}, kill {1}", seed, i);
            bag.Sorted().Should().BeEmpty();
            long posted = LedgerDesk.Number(desk.Ledger, "SELECT count(*) FROM items WHERE posted > 0");
            posted.Should().BeOneOf([0, Rows], "seed {0}, kill {1}", seed, i);
            if (posted > 0) after++;
            else if (wasOpen) during++;
            else before++;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {kills} kills over {whole} ms: {before} before the transaction, {during} in it, {after} after it"));
        during.Should().BePositive("otherwise nothing was tried");

        // What was killed can be done again.
        File.Delete(desk.Ledger + "-journal");
        File.WriteAllBytes(desk.Ledger, approved);
        desk.Post(1);
        desk.Verify().Exit.Should().Be(0);
    }

    [Fact]
    public void Two_processes_that_post_different_batches_both_end_with_them()
    {
        using LedgerDesk desk = new();
        for (int i = 0; i < 2; i++)
        {
            desk.Propose(desk.Run($"run{i}", string.Concat(Enumerable.Range(1, 2000).Select(k => $"公司{i}-{k},,示例奖,,2024-03-01,1,\n"))));
            desk.Approve(i + 1);
        }

        Process[] both = [.. new[] { "1", "2" }.Select(b => LedgerProcess.Start(desk.Args("post", b, "--by", "丙")))];
        foreach (Process process in both) LedgerProcess.End(process).Should().Be((0, ""));
        LedgerDesk.Number(desk.Ledger, "SELECT count(*) FROM items WHERE posted > 0").Should().Be(4000);
        desk.Verify().Exit.Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Two_processes_that_pay_the_same_awards_end_with_one_and_a_refusal(bool sameBatch)
    {
        using LedgerDesk desk = new();
        string rows = string.Concat(Enumerable.Range(1, 2000).Select(k => $"公司{k},,示例奖,,2024-03-01,1,\n"));
        desk.Propose(desk.Run("run1", rows));
        desk.Approve(1);
        if (!sameBatch)
        {
            desk.Propose(desk.Run("run2", rows + "另一公司,,示例奖,,2024-03-01,1,\n"));
            desk.Approve(2);
        }

        Process[] both = [.. new[] { "1", sameBatch ? "1" : "2" }.Select(b => LedgerProcess.Start(desk.Args("post", b, "--by", "丙", "--lang", "en")))];
        (int Exit, string Error)[] ends = [.. both.Select(LedgerProcess.End)];
        ends.Select(e => e.Exit).Should().BeEquivalentTo([0, 2]);
        // On a busy machine the loser may give up waiting instead, which is as clear a refusal.
        ends.Single(e => e.Exit == 2).Error.Should().MatchRegex(sameBatch ? "INC9112|INC9103" : "INC9109|INC9103");
        LedgerDesk.Number(desk.Ledger, "SELECT count(*) FROM items WHERE posted > 0").Should().BeOneOf(2000, 2001);
        desk.Verify().Exit.Should().Be(0);
    }

    [Fact]
    public void Two_processes_that_make_the_ledger_at_once_make_one()
    {
        using LedgerDesk desk = new();
        string[] runs = [.. Enumerable.Range(1, 3).Select(i => desk.Run($"run{i}", $"公司{i},,示例奖,,2024-03-01,1,\n"))];
        Process[] all = [.. runs.Select(r => LedgerProcess.Start(desk.Args("propose", r, "--by", "甲")))];
        foreach (Process process in all) LedgerProcess.End(process).Should().Be((0, ""));
        LedgerDesk.Number(desk.Ledger, "SELECT count(*) FROM batches").Should().Be(3);
        desk.Verify().Exit.Should().Be(0);
    }

    private static void WaitFor(string journal, Process process, int milliseconds)
    {
        while (!File.Exists(journal) && !process.HasExited) Thread.Sleep(1);
        Thread.Sleep(milliseconds);
    }
}

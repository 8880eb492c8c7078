using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Ledger;

/// <summary>However a year's awards are cut into batches, and in whatever order these are posted: the same net history, and no award twice.</summary>
public sealed class LedgerCutsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void The_net_history_does_not_depend_on_the_cuts(int seed)
    {
        Random random = new(seed);
        // Some rows repeat; they stay together, since one by one the second could not be told from the first.
        string[] awards = [.. Enumerable.Range(0, 24).Select(i => string.Concat(Enumerable.Repeat(Award(i, random), random.Next(6) == 0 ? 2 : 1)))];
        using LedgerDesk whole = new();
        whole.Pay(1, string.Concat(awards));
        using LedgerDesk cut = new();
        List<string>[] batches = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => new List<string>())];
        foreach (string award in RosterGenerator.Shuffle(awards, seed)) batches[random.Next(batches.Length)].Add(award);
        int number = 0;
        foreach (List<string> batch in batches.Where(b => b.Count > 0)) cut.Pay(++number, string.Concat(batch));
        cut.History().Order(StringComparer.Ordinal).Should().Equal(whole.History().Order(StringComparer.Ordinal));

        // Any further batch with an award of before is refused whole, and changes nothing.
        string[] before = cut.History();
        string overlap = cut.Run("overlap", awards[random.Next(awards.Length)] + "新公司,,示例奖,,2024-11-01,1,\n");
        CommandLine.English(cut.Args("propose", overlap, "--by", "甲")).Error.Should().Contain("INC9109");
        cut.History().Should().Equal(before);
        cut.Verify().Exit.Should().Be(0);
    }

    private static string Award(int i, Random random)
    {
        string rest = i % 3 == 0 ? $"封顶奖,产品{i},2024-0{1 + (i % 9)}-01,1,{100 * random.Next(1, 700)}" : $"示例奖,产品{i},2024-0{1 + (i % 9)}-01,{random.Next(1, 4)},";
        return $"公司{i % 9},,{rest}\n";
    }
}

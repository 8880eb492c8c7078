using Incentives.Tests.Commands;

namespace Incentives.Tests.Runs;

/// <summary>Calculates rosters through the command line.</summary>
internal static class Calculation
{
    public const string Zhuzhou = "rules/hunan/zhuzhou";
    public const string Jinan = "rules/shandong/jinan";

    /// <summary>Runs <c>calculate</c> into a folder that must come out, and reads it back.</summary>
    public static RunView Run(TempFolder folder, string roster, string rules, params string[] more) => RunInto(folder[$"run-{Guid.NewGuid():N}"], roster, rules, more);

    public static RunView RunInto(string output, string roster, string rules, params string[] more)
    {
        CommandResult result = CommandLine.English(["calculate", roster, "--rules", Repository.Path(rules), "--out", output, "--quiet", .. more]);
        result.Error.Should().BeEmpty();
        result.Exit.Should().Be(0);
        return new RunView(output);
    }

    /// <summary>Calculates a small roster written in the test, with an optional history, and gives id, status, reason, clause and yuan of each row.</summary>
    public static IReadOnlyList<string> Rows(string rules, string roster, string history = "", params string[] more)
    {
        using TempFolder folder = new();
        string[] past = history.Length == 0 ? [] : ["--history", folder.Write("history.csv", history)];
        return [.. Run(folder, folder.Write("roster.csv", roster), rules, [.. past, .. more]).Payouts.Select(p => p.Short)];
    }
}

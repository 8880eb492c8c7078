using Incentives.Tests.Commands;

namespace Incentives.Tests.Checking;

/// <summary>A scheme with one thing wrong in it, and all that <c>check</c> says of it in both languages.</summary>
internal static class Planted
{
    public const string Header =
        """
        scheme: plan
        title: 示例办法
        status: in-force
        effective: 2024

        """;

    /// <summary>A clause of one line, with its article and department.</summary>
    public static string Clause(string id, string rest) => $"  - {{id: {id}, cite: 一, department: 市局, {rest}}}\n";

    /// <summary>A scheme of some clauses.</summary>
    public static string Scheme(params string[] clauses) => Header + "clauses:\n" + string.Concat(clauses);

    /// <summary>Checks one file on a day of 2024 and holds the whole of standard error.</summary>
    public static void Says(string scheme, int exit, string chinese, string english)
    {
        using TempFolder folder = new();
        string file = folder.Write("plan.yaml", scheme);
        Says(CommandLine.Chinese("check", file, "--on", "2024-06-30"), exit, chinese);
        Says(CommandLine.English("check", file, "--on", "2024-06-30"), exit, english);
    }

    /// <summary>Checks one file that nothing is wrong with.</summary>
    public static void SaysNothing(string scheme) => Says(scheme, 0, "", "");

    public static void Says(CommandResult result, int exit, string text)
    {
        result.Error.TrimEnd('\n').Should().Be(text);
        result.Exit.Should().Be(exit);
    }
}

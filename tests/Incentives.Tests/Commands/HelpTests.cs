namespace Incentives.Tests.Commands;

/// <summary>What <c>--help</c> prints is in the language asked for, as far as words go.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands => ["", "calculate", "explain", "verify", "check", "compare", "forecast", "test", "ledger", "export", "export sql", "sample"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Chinese_help_is_chinese(string command)
    {
        CommandResult result = CommandLine.Chinese([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        result.Exit.Should().Be(0);
        result.Output.Should().StartWith("说明:\n").And.Contain("\n用法:\n").And.Contain("\n选项:\n").And.Contain("显示用法\n");
        result.Output.Replace(command + " [", "[", StringComparison.Ordinal).Should().NotMatchRegex(@"(?m)^[A-Z][a-z]+:").And.NotMatchRegex("[a-z]+ [a-z]+ [a-z]+").And.NotContain("REQUIRED").And.NotContain("[options]").And.NotContain("[command]").And.NotContain("default");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void English_help_is_english(string command)
    {
        CommandResult result = CommandLine.English([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        result.Exit.Should().Be(0);
        result.Output.Should().StartWith("Description:\n").And.Contain("\nUsage:\n").And.Contain("\nOptions:\n").And.NotMatchRegex("(?m)^[说用选命参]");
    }

    // A Chinese character is as wide as two letters.
    [Fact]
    public void Columns_stay_in_line()
    {
        string[] lines = [.. CommandLine.Chinese("calculate", "--help").Output.Split('\n').Where(l => l.StartsWith("  --rules", StringComparison.Ordinal) || l.StartsWith("  --period", StringComparison.Ordinal))];
        static int Width(string text) => text.Sum(c => c > 0x2000 ? 2 : 1);
        lines.Select(l => Width(l[..l.LastIndexOf("  ", StringComparison.Ordinal)])).Distinct().Should().ContainSingle();
    }
}

using Incentives.Tests.Commands;

namespace Incentives.Tests.Testing;

/// <summary>The rules that are shipped: their cases reach everything, and notice nearly every change. CI tries all changes; here those of some folders.</summary>
public sealed class ShippedRulesTests
{
    [Fact]
    public void Cases_reach_everything()
    {
        CommandResult result = CommandLine.English("test", Repository.Path("rules"), "--coverage");
        result.Error.Should().BeEmpty();
        result.Output.Should().MatchRegex("^[0-9]+ cases passed, 0 failed\\.\nCoverage: [1-9][0-9]{3} of [0-9]+ reached \\(100\\.0%\\)\\.\n$");
        result.Exit.Should().Be(0);
    }

    [Theory]
    [InlineData("hunan")]
    [InlineData("zhejiang")]
    [InlineData("shandong")]
    public void Cases_notice_changes(string province)
    {
        CommandResult result = CommandLine.English("test", Repository.Path("rules", province), "--mutate");
        result.Error.Should().BeEmpty();
        result.Output.Should().MatchRegex("Changes: [1-9][0-9]+ of [0-9]+ noticed");
        result.Exit.Should().Be(0, result.Output);
    }
}

namespace Incentives.Tests.Commands;

/// <summary><c>incentives test</c>: the worked examples beside the rule files.</summary>
public sealed class TestCommandTests : IDisposable
{
    private const string Cases =
        """
        tests: probe
        cases:
          - name: 第一档
            rows:
              - {recipient: 甲公司, award: 示例奖, rank: 1, date: 2024-05-01, expect: {status: pay-up-to, clause: prize, payable: 50万元}}
            total: 50万元

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shipped_rules_pass()
    {
        CommandResult result = CommandLine.English("test", Repository.Path("rules"));
        result.Error.Should().BeEmpty();
        result.Output.Should().MatchRegex("^[1-9][0-9]+ cases passed, 0 failed\\.\n$");
        result.Exit.Should().Be(0);
    }

    [Fact]
    public void A_right_case_passes() => Run(Cases).Should().Be(new CommandResult(0, "1 cases passed, 0 failed.\n", ""));

    [Fact]
    public void A_wrong_amount_fails()
    {
        CommandResult result = Run(Cases.Replace("payable: 50万元", "payable: 30万元", StringComparison.Ordinal));
        result.Exit.Should().Be(1);
        result.Error.Should().BeEmpty();
        result.Output.Should().Be(
            """
            probe.test.yaml:3:5: 第一档
              line 5: payable expected 300,000, got 500,000 (prize pay-up-to ceiling-open 500,000)
            0 cases passed, 1 failed.

            """);
    }

    [Theory]
    [InlineData("status: pay-up-to", "status: pay", "line 5: status expected pay, got pay-up-to")]
    [InlineData("clause: prize", "clause: other", "line 5: no result under clause 'other'")]
    [InlineData("    total: 50万元", "    total: 51万元", "total expected 510,000, got 500,000")]
    [InlineData("rank: 1,", "rank: 4,", "line 5: no result under clause 'prize'")]
    public void Any_other_difference_fails(string old, string text, string problem)
    {
        Cases.Should().Contain(old);
        CommandResult result = Run(Cases.Replace(old, text, StringComparison.Ordinal));
        result.Exit.Should().Be(1);
        result.Output.Should().Contain(problem).And.EndWith("0 cases passed, 1 failed.\n");
    }

    [Fact]
    public void A_case_for_no_scheme_is_refused()
    {
        CommandResult result = Run(Cases.Replace("tests: probe", "tests: prboe", StringComparison.Ordinal));
        result.Exit.Should().Be(2);
        result.Error.Should().Be(
            """
            probe.test.yaml:1:1: error INC8002: the scheme 'prboe' that is tested is not loaded
              next step: did you mean 'probe'?

            """);
    }

    private CommandResult Run(string cases)
    {
        _folder.Write("probe.yaml", ProbeScheme.Text);
        _folder.Write("probe.test.yaml", cases);
        return CommandLine.English("test", _folder.Path);
    }
}

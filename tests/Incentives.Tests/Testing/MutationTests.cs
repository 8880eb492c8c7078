using Incentives.Tests.Commands;

namespace Incentives.Tests.Testing;

/// <summary><c>test --mutate</c> on a small scheme: which changes cases notice, and how those that they do not are listed.</summary>
public sealed class MutationTests : IDisposable
{
    private const string Scheme =
        """
        scheme: small
        title: 示例
        status: in-force
        effective: 2024..
        clauses:
          - id: c
            cite: 一
            when: {award: 甲奖, rank: 1..3}
            pay: {fixed: 5万元}

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Changes_that_no_case_notices_are_listed()
    {
        CommandResult result = Run("{recipient: 甲, award: 甲奖, rank: 1, date: 2024-05-01, expect: {status: pay}}");
        result.Error.Should().BeEmpty();
        result.Output.Should().Be(
            """
            small.yaml:4:12: edge: no case notices '2024-01-02..' in the place of '2024..'
            small.yaml:4:12: edge: no case notices '2023-12-31..' in the place of '2024..'
            small.yaml:8:29: edge: no case notices '1..4' in the place of '1..3'
            small.yaml:8:29: edge: no case notices '1..2' in the place of '1..3'
            small.yaml:9:18: amount: no case notices '5.5万元' in the place of '5万元'
            1 cases passed, 0 failed.
            Changes: 2 of 7 noticed (28.5%); 0 more are refused as rules and not counted.

            """);
        result.Exit.Should().Be(1);
    }

    [Fact]
    public void Cases_that_notice_them_pass()
    {
        CommandResult result = Run(
            "{recipient: 甲, award: 甲奖, rank: 1, date: 2024-01-01, expect: {status: pay, payable: 5万元}}",
            "{recipient: 乙, award: 甲奖, rank: 3, date: 2024-05-01, expect: {payable: 5万元}}",
            "{recipient: 丙, award: 甲奖, rank: 4, date: 2024-05-01, expect: {status: unmatched}}",
            "{recipient: 丁, award: 甲奖, rank: 1, date: 2023-12-31, expect: {status: unmatched}}");
        result.Should().Be(new CommandResult(0, "1 cases passed, 0 failed.\nChanges: 7 of 7 noticed (100.0%); 0 more are refused as rules and not counted.\n", ""));
    }

    private CommandResult Run(params string[] rows)
    {
        _folder.Write("small.yaml", Scheme);
        _folder.Write("small.test.yaml", $"tests: small\ncases:\n  - name: 一\n    rows:\n{string.Concat(rows.Select(r => $"      - {r}\n"))}");
        return CommandLine.English("test", _folder.Path, "--mutate");
    }
}

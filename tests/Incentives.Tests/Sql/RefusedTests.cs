using Incentives.Tests.Commands;

namespace Incentives.Tests.Sql;

/// <summary>What cannot be written as SQL is refused with its place, never written otherwise.</summary>
public class RefusedTests
{
    private const string Quotient = """
        scheme: quotient
        title: 示意
        status: in-force
        effective: 2020..
        columns: {投入: number, 总数: number}
        clauses:
          - id: joint
            cite: 一
            when: {award: 甲奖}
            pay: {fixed: 10万元}
            share: {by: subject, weight: 投入 / 总数}
        """;

    [Fact]
    public void Parts_of_a_pool_that_have_no_common_denominator_are_refused()
    {
        using TempFolder folder = new();
        string rules = folder.Write("quotient.yaml", Quotient);
        CommandLine.Refuses(["export", "sql", "--rules", rules],
            "quotient.yaml:11:12: 错误 INC9201: “share”的数不能写成 SQL：它除以名册的一列，或经过分段、系数，各行没有共同的分母\n  应为：列、常数、表，以及它们的和、积\n  怎么办：用 calculate 计算，或在名册里给出算好的一列",
            "quotient.yaml:11:12: error INC9201: the number of 'share' cannot be written as SQL: it is divided by a roster column, or goes through bands or steps, so that rows have no common denominator\n  expected: columns, constants, tables, and their sums and products\n  next step: use calculate, or give the number as a column of the roster");
    }
}

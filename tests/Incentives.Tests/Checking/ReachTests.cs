using static Incentives.Tests.Checking.Planted;

namespace Incentives.Tests.Checking;

/// <summary>Clauses that no row reaches, and clauses that never pay.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData("when: {award: 甲奖}, pay: {fixed: {by: award, 乙奖: 5万元}}", "when 的条件与金额表的键没有共同的行", "what when asks for and the keys of its table have no row in common")]
    [InlineData("when: {award: 甲奖, rank: 1<..<2}, pay: {fixed: 5万元}", "“排名”的条件没有值能满足", "no value of 'rank' meets its condition")]
    [InlineData("when: {award: absent}, pay: {fixed: 5万元}", "“奖项”的条件没有值能满足", "no value of 'award' meets its condition")]
    [InlineData("when: {award: 甲奖, date: 2024-02-29<..<2024-03-01}, pay: {fixed: 5万元}", "“认定日期”的条件没有值能满足", "no value of 'date' meets its condition")]
    public void Conditions_that_contradict_each_other(string rest, string chinese, string english) => Says(
        Scheme(Clause("a", rest)),
        1,
        $"""
        plan.yaml:6:10: 错误 INC3016: 没有一行能落到条款“a”：{chinese}
          应为：至少一行能同时满足的条件
          怎么办：核对原文，改正条件或表的键；不再适用的条款删去
        """,
        $"""
        plan.yaml:6:10: error INC3016: no row can reach clause 'a': {english}
          expected: conditions that some row can meet together
          next step: see the text and correct the conditions or the keys of the table; remove a clause that no longer applies
        """);

    // The table gives A and B only.
    [Fact]
    public void A_value_that_a_column_never_has() => Says(
        Header + "columns: {得分: number, 等次: {by: 得分, 60..<80: \"B\", 80..: \"A\"}}\nclauses:\n" + Clause("a", "when: {award: 甲奖, 等次: [A, B]}, pay: {fixed: 5万元}") + Clause("b", "when: {award: 甲奖, 等次: C}, pay: {fixed: 3万元}"),
        1,
        """
        plan.yaml:8:10: 错误 INC3016: 没有一行能落到条款“b”：“等次”的条件没有值能满足
          应为：至少一行能同时满足的条件
          怎么办：核对原文，改正条件或表的键；不再适用的条款删去
        """,
        """
        plan.yaml:8:10: error INC3016: no row can reach clause 'b': no value of '等次' meets its condition
          expected: conditions that some row can meet together
          next step: see the text and correct the conditions or the keys of the table; remove a clause that no longer applies
        """);

    [Fact]
    public void Dates_outside_the_scheme_s_own_period() => Says(
        Scheme(Clause("a", "when: {award: 甲奖, date: 2025-01-01..}, pay: {fixed: 5万元}")),
        0,
        """
        plan.yaml:6:10: 警告 INC3017: 没有一行能落到条款“a”：它要求的日期（如 奖项=甲奖，认定日期=2025-01-01）都在有效期 2024-01-01..2024-12-31 之外
          怎么办：改正条件里的日期或 effective
        """,
        """
        plan.yaml:6:10: warning INC3017: no row can reach clause 'a': the dates it asks for (such as award=甲奖, date=2025-01-01) all lie outside the period 2024-01-01..2024-12-31
          next step: correct the dates of the condition or effective
        """);

    // Two exclusions together cover every rank that the clause pays.
    [Fact]
    public void All_its_rows_are_excluded()
    {
        string scheme = Header + "exclude: [{when: {rank: ..2}, outcome: rejected, cite: 二}, {unless: {rank: ..2}, outcome: zero, cite: 三}]\nclauses:\n" + Clause("a", "when: {award: 甲奖, rank: 1..3}, pay: {fixed: 5万元}");
        Says(
            scheme,
            0,
            """
            plan.yaml:7:10: 警告 INC3018: 条款“a”一分钱也不会付：它的每一行都被 exclude 排除，如 奖项=甲奖，排名=1
              怎么办：核对 exclude 的条件，或用 among 写明它只涉及哪些条款
            """,
            """
            plan.yaml:7:10: warning INC3018: clause 'a' never pays: every one of its rows is struck by exclude, such as award=甲奖, rank=1
              next step: check the conditions of exclude, or say with among which clauses it concerns
            """);
        SaysNothing(scheme.Replace("{rank: ..2}, outcome: rejected", "{rank: ..1}, outcome: rejected", StringComparison.Ordinal));
    }

    [Fact]
    public void Always_beaten_by_a_higher_grant()
    {
        string low = Clause("low", "when: {award: 甲奖, level: 国家}, pay: {fixed: 3万元}"), high = Clause("high", "when: {award: [甲奖, 乙奖]}, pay: {fixed: 5万元}");
        Says(
            Scheme(low, high) + "overlap: {among: [low, high], by: recipient, keep: highest}\n",
            0,
            """
            plan.yaml:6:10: 警告 INC3019: 条款“low”一分钱也不会付：它的每一行也落到金额不低于它的“high”（plan.yaml:7:10），就高时总取后者，如 奖项=甲奖，级别=国家
              怎么办：核对两条的条件和金额；确实多余就删去
            """,
            """
            plan.yaml:6:10: warning INC3019: clause 'low' never pays: every one of its rows also falls under 'high' (plan.yaml:7:10), which pays no less and is kept, such as award=甲奖, level=国家
              next step: check the conditions and amounts of the two; remove it if it is not needed
            """);
        SaysNothing(Scheme(low, high) + "overlap: {among: [low, high], by: recipient, keep: all}\n");
        SaysNothing(Scheme(low.Replace("甲奖", "[甲奖, 丙奖]", StringComparison.Ordinal), high) + "overlap: {among: [low, high], by: recipient, keep: highest}\n");
    }

    [Fact]
    public void A_cell_that_when_leaves_out() => Says(
        Scheme(Clause("a", "when: {award: 标准, level: [国家, 行业]}, pay: {fixed: {by: level, 国际: 30万元, 国家: 20万元, 行业: 10万元}}")),
        0,
        """
        plan.yaml:6:10: 警告 INC3020: 条款“a”的表里有一格没有行能到：级别=国际 不符合 when
          怎么办：改正 when 或表的键，或删去这一格
        """,
        """
        plan.yaml:6:10: warning INC3020: a cell of the table of clause 'a' is never reached: level=国际 does not meet when
          next step: correct when or the key, or remove the cell
        """);

    [Fact]
    public void Another_level_than_the_award_is_declared_with() => Says(
        Header + "awards: {省优: {level: 省, kind: 组织}}\nclauses:\n" + Clause("a", "when: {award: 省优, level: 国家, recipient-kind: 组织}, pay: {fixed: 5万元}"),
        0,
        """
        plan.yaml:7:10: 警告 INC3021: 条款“a”给予奖项“省优”的级别与声明不符：声明的是“省”，名册不写级别时没有一行能落到这里
          怎么办：改正条件，或改正 awards（或词汇表）里的声明
        """,
        """
        plan.yaml:7:10: warning INC3021: clause 'a' asks for another level of award '省优' than is declared, '省': a row that leaves it empty never falls here
          next step: correct the condition, or the declaration under awards (or in the vocabulary)
        """);

    // One option needs the clause, the other does without it.
    [Fact]
    public void A_clause_that_some_option_reaches_is_no_finding() => SaysNothing(
        Header + "readings: {which: {question: 哪一个？, default: x, decided-by: 市局}}\nclauses:\n" + Clause("a", "when: {award: 甲奖}, pay: {fixed: {reading: which, x: {by: award, 乙奖: 5万元}, y: {by: award, 甲奖: 5万元}}}"));
}

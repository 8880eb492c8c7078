using static Incentives.Tests.Checking.Planted;

namespace Incentives.Tests.Checking;

/// <summary>Holes in tables and brackets, with the row that falls through.</summary>
public sealed class HoleTests
{
    private const string Columns = "columns: {产值: money}\n";

    [Fact]
    public void Between_two_bands_of_a_table() => Says(
        Header + Columns + "clauses:\n" + Clause("a", "when: {award: 甲奖}, pay: {fixed: {by: 产值, 1000万元..5000万元: 5万元, 5000万元<..<1亿元: 10万元, 2亿元..: 20万元}}"),
        0,
        """
        plan.yaml:7:10: 警告 INC3007: 条款“a”的分档有空隙：奖项=甲奖，产值=100,000,000 落不到任何一档
          应为：相邻两档首尾相接，写明哪一端包含在内
          怎么办：核对原文的“以上”“不满”
        """,
        """
        plan.yaml:7:10: warning INC3007: the bands of clause 'a' have a gap: award=甲奖, 产值=100,000,000 falls into none
          expected: bands that join; say which end is included
          next step: see the text: 以上 includes, 不满 excludes
        """);

    // Exactly 5000万元 belongs to neither.
    [Fact]
    public void One_value_between_two_clauses() => Says(
        Header + Columns + "clauses:\n" + Clause("a", "when: {award: 甲奖, 产值: 1000万元..<5000万元}, pay: {fixed: 5万元}") + Clause("b", "when: {award: 甲奖, 产值: 5000万元<..}, pay: {fixed: 10万元}"),
        0,
        """
        plan.yaml:8:10: 警告 INC3015: 条款“b”与“a”（plan.yaml:7:10）之间有空隙：奖项=甲奖，产值=50,000,000 哪一条也落不到
          应为：相邻两档首尾相接，写明哪一端包含在内
          怎么办：核对原文的“以上”“不满”
        """,
        """
        plan.yaml:8:10: warning INC3015: there is a gap between clauses 'b' and 'a' (plan.yaml:7:10): award=甲奖, 产值=50,000,000 falls under neither
          expected: bands that join; say which end is included
          next step: see the text: 以上 includes, 不满 excludes
        """);

    [Fact]
    public void A_third_clause_may_fill_the_gap() => SaysNothing(
        Header + Columns + "clauses:\n" + Clause("a", "when: {award: 甲奖, 产值: 1000万元..<5000万元}, pay: {fixed: 5万元}") + Clause("b", "when: {award: 甲奖, 产值: 5000万元<..}, pay: {fixed: 10万元}")
            + Clause("c", "when: {award: [甲奖, 乙奖], 产值: 5000万元}, pay: {fixed: 8万元}"));

    [Fact]
    public void A_cell_of_a_table_of_two_keys() => Says(
        Scheme(Clause("a", "when: {award: 标准}, pay: {fixed: {by: [level, role], 国家: {主导: 20万元, 参与: 5万元}, 行业: {主导: 10万元}}}")),
        0,
        """
        plan.yaml:6:10: 警告 INC3008: 条款“a”的表缺一格：奖项=标准，级别=行业，角色=参与
          怎么办：原文有金额就补上；原文确实没有，就写 none
        """,
        """
        plan.yaml:6:10: warning INC3008: the table of clause 'a' lacks a cell: award=标准, level=行业, role=参与
          next step: add it if the policy has an amount; write none if it has none
        """);

    [Fact]
    public void None_says_that_the_text_has_no_such_cell() =>
        SaysNothing(Scheme(Clause("a", "when: {award: 标准}, pay: {fixed: {by: [level, role], 国家: {主导: 20万元, 参与: 5万元}, 行业: {主导: 10万元, 参与: none}}}")));

    [Fact]
    public void A_case_among_decision_rows() => Says(
        Scheme(Clause("a", "when: {award: 标准}, pay: {rows: [{level: 国家, role: 主导, fixed: 20万元}, {level: 国家, role: 参与, fixed: 5万元}, {level: 行业, role: 主导, fixed: 10万元}]}")),
        0,
        """
        plan.yaml:6:10: 警告 INC3008: 条款“a”的表缺一格：奖项=标准，级别=行业，角色=参与
          怎么办：原文有金额就补上；原文确实没有，就写 none
        """,
        """
        plan.yaml:6:10: warning INC3008: the table of clause 'a' lacks a cell: award=标准, level=行业, role=参与
          next step: add it if the policy has an amount; write none if it has none
        """);

    // Half of the cells are empty: a list of cases, no table.
    [Fact]
    public void A_list_of_cases_is_no_table() =>
        SaysNothing(Scheme(Clause("a", "when: {award: 标准}, pay: {rows: [{level: 国家, role: 主导, fixed: 20万元}, {level: 行业, role: 参与, fixed: 5万元}]}")));

    [Fact]
    public void In_the_table_of_a_derived_column() => Says(
        Header + "columns: {得分: number, 等次: {by: 得分, 60..<80: \"B\", 80<..: \"A\"}}\nclauses:\n" + Clause("a", "when: {award: 甲奖, 等次: [A, B]}, pay: {fixed: 5万元}"),
        0,
        """
        plan.yaml:5:23: 警告 INC3007: 列“等次”的分档有空隙：得分=80 落不到任何一档
          应为：相邻两档首尾相接，写明哪一端包含在内
          怎么办：核对原文的“以上”“不满”
        """,
        """
        plan.yaml:5:23: warning INC3007: the bands of column '等次' have a gap: 得分=80 falls into none
          expected: bands that join; say which end is included
          next step: see the text: 以上 includes, 不满 excludes
        """);
}

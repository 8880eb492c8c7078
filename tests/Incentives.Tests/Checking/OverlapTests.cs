using static Incentives.Tests.Checking.Planted;

namespace Incentives.Tests.Checking;

/// <summary>Two clauses that grant the same row without a stated relation.</summary>
public sealed class OverlapTests
{
    private static readonly string First = Clause("a", "when: {award: 甲奖, rank: 1..3}, pay: {fixed: 5万元}");
    private static readonly string Second = Clause("b", "when: {award: [甲奖, 乙奖], rank: 3..}, pay: {fixed: 3万元}");

    [Fact]
    public void Is_found_with_a_row_under_both() => Says(
        Scheme(First, Second),
        1,
        """
        plan.yaml:7:10: 错误 INC3005: 条款“b”与“a”（plan.yaml:6:10）都给予同一行奖补：奖项=甲奖，排名=3
          应为：一个 overlap 写明两者的关系（keep: all、highest 或 one），或条件互不重叠
          怎么办：核对原文：相加、就高，还是其中一处写错；文本有歧义时用 reading
        """,
        """
        plan.yaml:7:10: error INC3005: clauses 'b' and 'a' (plan.yaml:6:10) both grant the same row: award=甲奖, rank=3
          expected: an overlap that relates the two (keep: all, highest or one), or disjoint conditions
          next step: see the text: do they add, does the higher hold, or is one a slip; where the text is ambiguous, use a reading
        """);

    // Ranks are whole numbers: nothing lies between 3 and 4.
    [Theory]
    [InlineData("rank: 3..", "rank: 3<..")]
    [InlineData("rank: 1..3", "rank: 1..<3")]
    [InlineData("[甲奖, 乙奖]", "乙奖")]
    public void Is_not_found_where_no_row_lies_in_both(string old, string text) => SaysNothing(Scheme(First, Second).Replace(old, text, StringComparison.Ordinal));

    // The overlap relates the two for 甲奖 only, so 乙奖 is still unrelated.
    [Fact]
    public void A_relation_counts_only_for_the_awards_it_names()
    {
        string both = Scheme(Clause("a", "when: {award: [甲奖, 乙奖]}, pay: {fixed: 5万元}"), Clause("b", "when: {award: [甲奖, 乙奖]}, pay: {fixed: 3万元}"));
        SaysNothing(both + "overlap: {among: [甲奖, 乙奖], keep: all}\n");
        Says(
            both + "overlap: {among: [甲奖], keep: all}\n",
            1,
            """
            plan.yaml:7:10: 错误 INC3005: 条款“b”与“a”（plan.yaml:6:10）都给予同一行奖补：奖项=乙奖
              应为：一个 overlap 写明两者的关系（keep: all、highest 或 one），或条件互不重叠
              怎么办：核对原文：相加、就高，还是其中一处写错；文本有歧义时用 reading
            """,
            """
            plan.yaml:7:10: error INC3005: clauses 'b' and 'a' (plan.yaml:6:10) both grant the same row: award=乙奖
              expected: an overlap that relates the two (keep: all, highest or one), or disjoint conditions
              next step: see the text: do they add, does the higher hold, or is one a slip; where the text is ambiguous, use a reading
            """);
    }

    // A table works out the class, so that its conditions are known: 80 is a B, and below 60 is neither.
    [Fact]
    public void A_column_that_a_table_works_out_is_traced_to_the_roster()
    {
        const string Columns = "columns: {得分: number, 等次: {by: 得分, 90..: \"A\", 60..<90: \"B\", else: \"C\"}}\n";
        string one = Clause("a", "when: {award: 甲奖, 等次: B}, pay: {fixed: 5万元}");
        SaysNothing(Header + Columns + "clauses:\n" + one + Clause("b", "when: {award: 甲奖, 得分: ..<60}, pay: {fixed: 3万元}"));
        Says(
            Header + Columns + "clauses:\n" + one + Clause("b", "when: {award: 甲奖, 得分: 80..<90}, pay: {fixed: 3万元}"),
            1,
            """
            plan.yaml:8:10: 错误 INC3005: 条款“b”与“a”（plan.yaml:7:10）都给予同一行奖补：奖项=甲奖，得分=80
              应为：一个 overlap 写明两者的关系（keep: all、highest 或 one），或条件互不重叠
              怎么办：核对原文：相加、就高，还是其中一处写错；文本有歧义时用 reading
            """,
            """
            plan.yaml:8:10: error INC3005: clauses 'b' and 'a' (plan.yaml:7:10) both grant the same row: award=甲奖, 得分=80
              expected: an overlap that relates the two (keep: all, highest or one), or disjoint conditions
              next step: see the text: do they add, does the higher hold, or is one a slip; where the text is ambiguous, use a reading
            """);
    }

    [Fact]
    public void Arithmetic_can_only_be_doubted() => Says(
        Header + "columns: {产值: money, 上年: money, 增长: {is: 产值 - 上年}}\nclauses:\n"
            + Clause("a", "when: {award: 甲奖, 增长: 100万元..}, pay: {fixed: 5万元}") + Clause("b", "when: {award: 甲奖, 产值: 500万元..}, pay: {fixed: 3万元}"),
        0,
        """
        plan.yaml:8:10: 警告 INC3006: 条款“b”与“a”（plan.yaml:7:10）可能都给予同一行奖补：奖项=甲奖，增长=1,000,000，产值=5,000,000（涉及推算的列，不能确定）
          怎么办：如果会同时发生，用 overlap 写明关系
        """,
        """
        plan.yaml:8:10: warning INC3006: clauses 'b' and 'a' (plan.yaml:7:10) may both grant the same row: award=甲奖, 增长=1,000,000, 产值=5,000,000 (derived columns are involved)
          next step: if that can happen, relate them with an overlap
        """);

    // Only whoever chooses "wide" meets the overlap; the finding says so.
    [Fact]
    public void Under_another_option_it_is_said_with_that_option() => Says(
        Header + "readings: {scope: {question: 乙奖算不算甲奖？, default: narrow, decided-by: 市局}}\nclauses:\n"
            + Clause("a", "when: {award: {reading: scope, narrow: 甲奖, wide: [甲奖, 乙奖]}}, pay: {fixed: 5万元}") + Clause("b", "when: {award: 乙奖}, pay: {fixed: 3万元}"),
        1,
        """
        plan.yaml:8:10: 错误 INC3005: 条款“b”与“a”（plan.yaml:7:10）都给予同一行奖补：奖项=乙奖（口径 scope=wide 时）
          应为：一个 overlap 写明两者的关系（keep: all、highest 或 one），或条件互不重叠
          怎么办：核对原文：相加、就高，还是其中一处写错；文本有歧义时用 reading
        """,
        """
        plan.yaml:8:10: error INC3005: clauses 'b' and 'a' (plan.yaml:7:10) both grant the same row: award=乙奖 (with reading scope=wide)
          expected: an overlap that relates the two (keep: all, highest or one), or disjoint conditions
          next step: see the text: do they add, does the higher hold, or is one a slip; where the text is ambiguous, use a reading
        """);
}

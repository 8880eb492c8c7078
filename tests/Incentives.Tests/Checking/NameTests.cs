using static Incentives.Tests.Checking.Planted;

namespace Incentives.Tests.Checking;

/// <summary>Names that nothing uses, and names that are nearly others.</summary>
public sealed class NameTests
{
    [Fact]
    public void Declared_and_not_used() => Says(
        Header + "awards: {甲奖: {}, 丁奖: {aliases: [丁杯]}}\ncolumns: {产值: money, 税收: money}\nclauses:\n" + Clause("a", "when: {award: 甲奖, 产值: 1万元..}, pay: {fixed: 5万元}"),
        0,
        """
        plan.yaml:5:18: 警告 INC3004: “丁奖”没有用到
          怎么办：删去，或检查引用处是否写错名称
        plan.yaml:6:22: 警告 INC3004: “税收”没有用到
          怎么办：删去，或检查引用处是否写错名称
        """,
        """
        plan.yaml:5:18: warning INC3004: '丁奖' is not used
          next step: remove it, or check whether a reference is misspelt
        plan.yaml:6:22: warning INC3004: '税收' is not used
          next step: remove it, or check whether a reference is misspelt
        """);

    [Fact]
    public void Used_by_an_alias_a_table_or_an_expression() => SaysNothing(
        Header + "awards: {甲奖: {}, 丁奖: {aliases: [丁杯]}}\ncolumns: {产值: money, 税收: money}\nclauses:\n" + Clause("a", "pay: {fixed: {by: award, 甲奖|丁杯: 10% of 产值}, at-most: 税收}"));

    [Theory]
    [InlineData("湖南老字毫", "湖南老字号")]
    [InlineData("中国专专利优秀奖", "中国专利优秀奖")]
    public void Nearly_another(string slip, string award) => Says(
        Header + $"awards: {{{award}: {{}}}}\nclauses:\n" + Clause("a", $"when: {{award: [{award}, {slip}]}}, pay: {{fixed: 5万元}}"),
        0,
        $"""
        plan.yaml:7:{55 + award.Length}: 警告 INC3014: 奖项“{slip}”没有声明，与已声明的只差一个字
          怎么办：是不是“{award}”？确是另一个奖项时，在 awards 里声明它
        """,
        $"""
        plan.yaml:7:{55 + award.Length}: warning INC3014: award '{slip}' is not declared and is one character away from one that is
          next step: did you mean '{award}'? If it is another award, declare it under awards
        """);

    // 省 and 市, 一 and 二 tell awards apart.
    [Theory]
    [InlineData("湖南省长质量奖", "湖南省省长质量奖")]
    [InlineData("科技进步二等奖", "科技进步一等奖")]
    public void Another_award(string other, string award) =>
        SaysNothing(Header + $"awards: {{{award}: {{}}}}\nclauses:\n" + Clause("a", $"when: {{award: [{award}, {other}]}}, pay: {{fixed: 5万元}}"));
}

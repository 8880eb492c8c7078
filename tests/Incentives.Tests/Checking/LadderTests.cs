using static Incentives.Tests.Checking.Planted;

namespace Incentives.Tests.Checking;

/// <summary>A lower honour that pays more than a higher one.</summary>
public sealed class LadderTests
{
    [Theory]
    [InlineData("when: {award: 标准}, pay: {fixed: {by: rank, 1: 5万元, 2: 10万元, 3: 5万元}}", "排名=2，奖项=标准", "rank=2, award=标准", "排名=1，奖项=标准", "rank=1, award=标准")]
    [InlineData("when: {award: 标准}, pay: {fixed: {by: level, 国家: 5万元, 省: 10万元}}", "级别=省，奖项=标准", "level=省, award=标准", "级别=国家，奖项=标准", "level=国家, award=标准")]
    [InlineData("when: {award: 标准}, pay: {fixed: {by: role, 主导: 5万元, 参与: 10万元}}", "角色=参与，奖项=标准", "role=参与, award=标准", "角色=主导，奖项=标准", "role=主导, award=标准")]
    [InlineData("pay: {fixed: {by: award, 科技一等奖: 5万元, 科技二等奖: 10万元}}", "奖项=科技二等奖", "award=科技二等奖", "奖项=科技一等奖", "award=科技一等奖")]
    [InlineData("pay: {fixed: {by: award, 市质量奖: 5万元, 市质量奖提名奖: 10万元}}", "奖项=市质量奖提名奖", "award=市质量奖提名奖", "奖项=市质量奖", "award=市质量奖")]
    [InlineData("pay: {fixed: {by: award, 大奖赛优胜奖: 5万元, 大奖赛优胜奖提名奖: 10万元}}", "奖项=大奖赛优胜奖提名奖", "award=大奖赛优胜奖提名奖", "奖项=大奖赛优胜奖", "award=大奖赛优胜奖")]
    public void By_an_order_that_everybody_knows(string rest, string lowChinese, string lowEnglish, string highChinese, string highEnglish) => Says(
        Scheme(Clause("a", rest)),
        0,
        $"""
        plan.yaml:6:10: 警告 INC3009: “{lowChinese}”（100,000 元）低于“{highChinese}”（50,000 元），金额却更高
          怎么办：核对金额的单位和等级的顺序（由低到高）
        """,
        $"""
        plan.yaml:6:10: warning INC3009: '{lowEnglish}' (100,000 yuan) ranks below '{highEnglish}' (50,000 yuan) but pays more
          next step: check the unit of the amounts and the order of the ladder (lowest first)
        """);

    // Across clauses, for organisations; a person's prize is another matter.
    [Fact]
    public void By_a_ladder_of_the_scheme() => Says(
        Header + "ladders: {质量奖: [县质量奖, 市质量奖, 省质量奖]}\nclauses:\n" + Clause("a", "when: {award: 市质量奖, recipient-kind: 组织}, pay: {fixed: 50万元}")
            + Clause("b", "when: {recipient-kind: 组织}, pay: {fixed: {by: award, 省质量奖: 30万元, 县质量奖: 10万元}}") + Clause("c", "when: {award: 省质量奖, recipient-kind: 个人}, pay: {fixed: 5万元}"),
        0,
        """
        plan.yaml:7:10: 警告 INC3009: “奖项=市质量奖，对象类型=组织”（500,000 元）低于“奖项=省质量奖，对象类型=组织”（300,000 元），金额却更高
          怎么办：核对金额的单位和等级的顺序（由低到高）
        """,
        """
        plan.yaml:7:10: warning INC3009: 'award=市质量奖, recipient-kind=组织' (500,000 yuan) ranks below 'award=省质量奖, recipient-kind=组织' (300,000 yuan) but pays more
          next step: check the unit of the amounts and the order of the ladder (lowest first)
        """);

    [Theory]
    [InlineData("when: {award: 标准}, pay: {fixed: {by: rank, 1: 10万元, 2: 10万元, 3: 5万元}}")]
    [InlineData("when: {award: 标准}, pay: {fixed: {by: [level, role], 国家: {主导: 20万元, 参与: 5万元}, 省: {主导: 10万元, 参与: 3万元}}}")]
    [InlineData("when: {award: 标准}, pay: {fixed: {by: level, 国家: 5万元, 团体: 10万元}}")]
    public void Is_not_found_where_the_order_holds_or_is_unknown(string rest) => SaysNothing(Scheme(Clause("a", rest)));
}

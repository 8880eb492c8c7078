using static Incentives.Tests.Checking.Planted;

namespace Incentives.Tests.Checking;

/// <summary>Amounts whose unit looks wrong, and amounts above the cap or envelope over them.</summary>
public sealed class AmountTests
{
    [Theory]
    [InlineData("50元", "30万元..50万元", "50万元", "fixed: {by: award, 甲奖: 50元, 乙奖: 30万元, 丙奖: 50万元}")]
    [InlineData("300000万元", "50万元..60万元", "30万元", "fixed: {by: award, 甲奖: 300000万元, 乙奖: 60万元, 丙奖: 50万元}")]
    public void Beside_others(string text, string others, string likely, string amounts) => Says(
        Scheme(Clause("a", $"pay: {{{amounts}}}")),
        0,
        $"plan.yaml:6:67: 警告 INC3026: 金额“{text}”可能写错了单位：旁边的金额是 {others}，差一万倍就合了\n  怎么办：核对原文；是不是 {likely}？",
        $"plan.yaml:6:67: warning INC3026: the unit of '{text}' may be wrong: the amounts beside it are {others}, and ten thousand times makes it fit\n  next step: see the text; is it {likely}?");

    // 30,000 is not near 500,000, but nobody grants 3 yuan.
    [Fact]
    public void Far_too_little() => Says(
        Scheme(Clause("a", "pay: {fixed: {by: award, 甲奖: 3元, 乙奖: 50万元}}")),
        0,
        "plan.yaml:6:67: 警告 INC3028: 金额“3元”作为一笔奖补不像是对的\n  怎么办：核对单位；是不是 3万元？",
        "plan.yaml:6:67: warning INC3028: '3元' is unlikely for one grant\n  next step: check the unit; is it 3万元?");

    [Fact]
    public void Far_too_much() => Says(
        Scheme(Clause("a", "when: {award: 甲奖}, pay: {up-to: 500000万元}")),
        0,
        "plan.yaml:6:70: 警告 INC3028: 金额“500000万元”作为一笔奖补不像是对的\n  怎么办：核对单位；是不是 50万元？",
        "plan.yaml:6:70: warning INC3028: '500000万元' is unlikely for one grant\n  next step: check the unit; is it 50万元?");

    // The price of a unit, thresholds and parts of expressions are no grants; 500 beside 500,000 is a plain difference.
    [Theory]
    [InlineData("when: {award: 甲奖}, pay: {per: {of: quantity, each: 1}, fixed: 5元}")]
    [InlineData("pay: {fixed: {by: award, 发明专利: 50万元, 实用新型: 500元}}")]
    [InlineData("when: {award: 甲奖, approved: 500000万元..}, pay: {fixed: 50万元}")]
    [InlineData("when: {award: 甲奖}, pay: {fixed: 2元 * quantity}")]
    public void Other_amounts_are_left_alone(string rest) => SaysNothing(Scheme(Clause("a", rest)));

    [Fact]
    public void A_ceiling_above_its_envelope() => Says(
        Scheme(Clause("a", "pay: {up-to: {by: award, 甲奖: 100万元, 乙奖: 5万元}}")) + "limit: {at-most: 50万元, within: year, cut: pro-rata}\n",
        0,
        """
        plan.yaml:6:10: 警告 INC3027: 条款“a”的 1,000,000 元（奖项=甲奖）高于管着它的额度 500,000 元（plan.yaml:7:8），付不到那么多
          怎么办：核对两个金额的单位；额度是按年、按户还是按项
        """,
        """
        plan.yaml:6:10: warning INC3027: the 1,000,000 yuan of clause 'a' (award=甲奖) are more than the 500,000 yuan of the limit over it (plan.yaml:7:8) and are never paid in full
          next step: check the units of the two amounts, and whether the limit is by year, recipient or item
        """);

    [Fact]
    public void A_cap_below_all_it_caps() => Says(
        Scheme(Clause("a", "pay: {fixed: {by: award, 甲奖: 100万元, 乙奖: 50万元}, at-most: 5万元}")),
        0,
        """
        plan.yaml:6:10: 警告 INC3010: a：封顶 50,000 元低于它所封的最低金额 500,000 元，金额永远取不到
          怎么办：核对封顶金额的单位
        """,
        """
        plan.yaml:6:10: warning INC3010: a: the cap of 50,000 yuan is below the least amount it caps, 500,000 yuan, which is never paid
          next step: check the unit of the cap
        """);
}

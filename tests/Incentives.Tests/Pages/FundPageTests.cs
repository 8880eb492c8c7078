using Incentives.Tests.Commands;
using Incentives.Tests.Workbooks;

namespace Incentives.Tests.Pages;

/// <summary>
/// Payers, instalments, a second payee and vouchers, by hand: 甲公司 20,000 (市 8,000, 县 12,000), its helper 5,000, 丙公司 60,000 (half each),
/// 丁公司 60,000 in three instalments, 戊公司 a voucher of 10,000.
/// </summary>
public sealed class FundPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Scheme =
        """
        scheme: parts
        title: 示意
        status: in-force
        effective: 2024
        columns: {帮助机构: recipient}
        clauses:
          - id: product
            cite: 一
            when: {award: 绿色食品}
            pay: {per: item, fixed: 2万元}
            fund: {by: district, 甲县: {市: 40%, 县: 60%}, else: {市: 1, 县: 1}}
          - {id: helper, cite: 二, when: {award: 绿色食品, 帮助机构: present}, payee: 帮助机构, pay: {per: recipient, fixed: 0.5万元}}
          - id: patents
            cite: 三
            when: {award: 发明专利}
            pay: {per: item, fixed: 3万元}
            instalments:
              - {pay: 2万元}
              - {pay: 5000元, due: 2年, needs: 年费缴纳凭证}
              - {pay: rest, due: 4年, needs: 年费缴纳凭证}
          - {id: voucher, cite: 四, when: {award: 检测服务}, as: 科技创新券, pay: {fixed: 1万元}}
        overlap: {among: [product, helper], keep: all}

        """;

    private const string Roster = "名称,奖项,数量,县(市)区,帮助机构,日期\n甲公司,绿色食品,1,甲县,乙事务所,2024-03-01\n丙公司,绿色食品,3,乙县,,2024-03-01\n丁公司,发明专利,2,甲县,,2024-03-01\n戊公司,检测服务,1,乙县,,2024-03-01\n";

    [BrowserFact]
    public async Task Everything_stands_where_it_belongs()
    {
        using TempFolder folder = new();
        CommandLine.Chinese("calculate", folder.Write("roster.csv", Roster), "--rules", folder.Write("parts.yaml", Scheme), "--format", "xlsx,html", "--out", folder["run"], "--quiet").Exit.Should().Be(0);

        BookView book = new(folder["run/payouts.xlsx"]);
        book["总表"][1].Take(5).Should().Equal(new object?[] { "合计", null, null, 5d, 155_000d });
        book["总表"][2].Take(5).Should().Equal(new object?[] { "其中券或实物", null, null, null, 10_000d });
        book["总表"][3].Should().Equal(new object?[] { "其中以货币支付", null, null, null, 145_000d, null, null, null, "壹拾肆万伍仟元整" });
        book["总表"].Where(r => Equals(r[0], "承担方")).Select(r => $"{r[1]} {r[4]}").Should().Equal("县 42000", "市 38000", "（未分担） 75000");
        book["总表"].Where(r => Equals(r[0], "区县")).Select(r => $"{r[1]} {r[4]}").Should().Equal("甲县 85000", "乙县 70000");
        book.Column("逐行结果", "第2期应付日期").Should().Equal(new object?[] { null, null, null, new DateTime(2026, 3, 1), null });
        book.Column("逐行结果", "第1期（元）").Should().Equal(new object?[] { null, null, null, 40_000d, null });
        book.Column("逐行结果", "市承担（元）").Should().Equal(8_000d, 0d, 30_000d, 0d, 0d);
        book["应付对象"].Skip(1).Select(r => $"{r[0]} {r[2]} {r[3]} {r[4]}").Should().Equal("甲公司 20000 贰万元整 0", "乙事务所 5000 伍仟元整 0", "丙公司 60000 陆万元整 0", "丁公司 60000 陆万元整 0", "戊公司 0  10000");

        await using OpenPage open = await browser.Open(folder["run/report.html"], 390);
        await open.ShouldFit();
        open.ShouldBeQuiet();
        (await open.Page.Locator(".figures .solid strong").TextContentAsync()).Should().Be("155,000 元");
        (await open.Page.Locator(".figures .solid span").TextContentAsync()).Should().Be("其中券或实物 10,000 元；以货币支付 145,000 元，大写：壹拾肆万伍仟元整");
        var payers = open.Page.Locator(".charts .chart", new() { HasText = "按承担方" });
        (await payers.Locator(".bar-label").AllTextContentsAsync()).Should().Equal("县", "市", "（未分担）");
        (await payers.Locator(".bar-value").AllTextContentsAsync()).Should().Equal("4.2万元", "3.8万元", "7.5万元");
        (await open.Column("recipients", 4)).Should().BeEquivalentTo("0", "0", "0", "0", "10,000");
    }
}

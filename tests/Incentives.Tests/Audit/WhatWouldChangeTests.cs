using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Audit;

/// <summary>What <c>explain</c> says would give a row another result, whole and in both languages, for each kind of row of the sample; and for groups on small schemes.</summary>
public sealed class WhatWouldChangeTests(SampleRun sample) : IClassFixture<SampleRun>
{
    [Fact]
    public void A_paid_row() => Changes("ZZ002",
        ["核定一个不超过 1,000,000 元的金额，就支付该金额（后面的阶段不变）"],
        ["any amount approved up to 1,000,000 yuan would be paid (later stages as they are)"]);

    [Fact]
    public void Above_the_ceiling() => Changes("ZZ003",
        ["上限是 1,000,000 元：核定再高也只支付这么多，核定得低就支付核定的金额"],
        ["the ceiling is 1,000,000 yuan: a higher approved amount pays no more, a lower one pays itself"]);

    [Fact]
    public void Not_the_first_time() => Changes("ZZ005",
        ["没有 zhuzhou-history.csv 第 4 行这一次（株洲示例传动系统有限公司, 企业技术中心, 2020-12-24, 0），这里是 1,000,000 元"],
        ["without zhuzhou-history.csv line 4 (株洲示例传动系统有限公司, 企业技术中心, 2020-12-24, 0) it would be 1,000,000 yuan here"]);

    // ZZ015 won the same award on 2024-03-18, before ZZ014's 2024-11-05.
    [Fact]
    public void An_earlier_row_of_the_roster() => Changes("ZZ014",
        ["没有 zhuzhou-2024.csv 第 16 行这一次（株洲示例硬质合金有限公司, 中国专利奖, 2024-03-18），这里是 500,000 元"],
        ["without zhuzhou-2024.csv line 16 (株洲示例硬质合金有限公司, 中国专利奖, 2024-03-18) it would be 500,000 yuan here"]);

    [Fact]
    public void A_missing_value() => Changes("ZZ012", ["填写“排名”：现在是空的"], ["fill in 'rank', which is empty"]);

    [Fact]
    public void A_date_out_of_the_period() => Changes("ZZ032",
        ["日期要在有效期内：zhuzhou-brand-2023 2023-03-08..2025-12-31"], ["the date would have to lie in the period: zhuzhou-brand-2023 2023-03-08..2025-12-31"]);

    [Fact]
    public void A_cell_that_cannot_be_read() => Changes("ZZ035", ["改正“认定日期”（日期无法识别）后重新计算"], ["correct 'date' (unreadable date) and calculate again"]);

    [Fact]
    public void A_recipient_nobody_filled_in() => Changes("ZZ034", ["填写“名称”后重新计算"], ["fill in 'recipient' and calculate again"]);

    // The national standard at rank 3: 50,000 by rank, 100,000 by level.
    [Fact]
    public void Another_reading() => Changes("ZZ008",
        [
            "核定一个不超过 50,000 元的金额，就支付该金额（后面的阶段不变）",
            "解释口径 standards-30-10-5 采用 by-level（现在是 by-rank）：应付 100,000 元（standards pay-up-to）",
        ],
        [
            "any amount approved up to 50,000 yuan would be paid (later stages as they are)",
            "under reading standards-30-10-5=by-level (now by-rank): payable 100,000 yuan (standards pay-up-to)",
        ]);

    // A reading that gives the row nothing else is not named: rank 2 of a national standard is 100,000 either way.
    [Fact]
    public void A_reading_that_changes_nothing() => Of(sample.Folder, "ZZ009", "en").Should().Equal("any amount approved up to 200,000 yuan would be paid (later stages as they are)");

    // 50,000 a year: 40,000 and 10,000 of the second row's 30,000.
    [Fact]
    public void A_limit() => Small(
        "pay: {fixed: 申报额}\n    limit: {at-most: 5万元, by: recipient, within: year}", "甲公司,参展补助,2024-03-01,4\n甲公司,参展补助,2024-04-01,3\n", "3",
        "超过年度上限（年度=2024，限额=50,000，之前已用=40,000）：额度足够时，这里是 30,000 元", "cut by a yearly cap (year=2024, limit=50,000, before=40,000): with room enough it would be 30,000 yuan here");

    [Fact]
    public void A_cap() => Small("pay: {fixed: 申报额, at-most: 2万元}", "甲公司,参展补助,2024-03-01,3\n", "2", "没有条款封顶，这里是 30,000 元", "without the clause's cap it would be 30,000 yuan here");

    [Fact]
    public void The_higher_of_two_rows() => Small(
        "pay: {fixed: 申报额}\n    overlap: {by: recipient, within: year, keep: highest}", "甲公司,参展补助,2024-03-01,4\n甲公司,参展补助,2024-04-01,3\n", "3",
        "没有 roster.csv 第 2 行这一次（甲公司, 参展补助, 2024-03-01），这里是 30,000 元", "without roster.csv line 2 (甲公司, 参展补助, 2024-03-01) it would be 30,000 yuan here");

    [Fact]
    public void A_row_that_nothing_cut() => Small(
        "pay: {fixed: 1万元}\n    when: {award: 参展补助}", "甲公司,参展补助,2024-03-01,4\n", "2",
        "没有任何限制减少它；本行的值（奖项=参展补助）或条款的金额变了，结果才会变", "nothing cut it; only other values of the row (award=参展补助) or another amount in the clause would change it");

    private static void Small(string clause, string rows, string row, string chinese, string english)
    {
        using TempFolder folder = new();
        string rules = folder.Write("rules.yaml", $"scheme: small\ntitle: 小办法\nstatus: in-force\neffective: 2015-01-01..\ncolumns: {{申报额: money}}\nclauses:\n  - id: cost\n    cite: 一\n    department: 商务局\n    {clause}\n");
        string run = Calculation.RunInto(folder["run"], folder.Write("roster.csv", "名称,奖项,日期,申报额(万元)\n" + rows), rules).Folder;
        Of(run, row, "zh").Should().Equal(chinese);
        Of(run, row, "en").Should().Equal(english);
    }

    private void Changes(string row, string[] chinese, string[] english)
    {
        Of(sample.Folder, row, "zh").Should().Equal(chinese);
        Of(sample.Folder, row, "en").Should().Equal(english);
    }

    private static string[] Of(string run, string row, string language)
    {
        CommandResult result = CommandLine.Run("explain", run, "--row", row, "--lang", language);
        result.Exit.Should().Be(0, result.Error);
        return [.. result.Output.Split('\n').Where(l => l.StartsWith("  - ", StringComparison.Ordinal)).Select(l => l[4..])];
    }
}

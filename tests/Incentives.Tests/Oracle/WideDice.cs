using System.Text;

namespace Incentives.Tests.Oracle;

/// <summary>
/// Random schemes, as text, with the constructs that the reference does not know: durations in months and days, moving limits, limits and orders by
/// column, keys of every kind, payees, aliases, name lists, shares by column. Made to compare two evaluators with one another, none with the documents.
/// </summary>
internal sealed class WideDice(int seed)
{
    private static readonly string[] Awards = ["甲奖", "乙奖", "丙奖", "丁奖"];
    private static readonly string[] Spellings = ["甲奖", "甲等奖", "乙奖", "丙奖", "丁奖", "丁 奖"];
    private static readonly string[] Days = ["2024-02-29", "2024-02-28", "2024-03-01", "2024-08-29", "2024-08-31", "2023-08-31", "2023-03-01", "2025-03-01", "2024-06-30", "2024-06-30", "2024-07-01", "2024-12-31", "2024-03"];
    private static readonly string[] PastDays = ["2018-02-28", "2021-02-28", "2021-03-01", "2022-08-31", "2023-02-28", "2023-08-29", "2023-09-01", "2024-01-30", ""];
    private static readonly string[] Names = ["甲公司", "乙公司", "丙公司", "老乙公司"];
    private static readonly string[] Codes = ["", "", "", "CODE-A", "CODE-B"];

    private readonly Dice _dice = new(seed);

    /// <summary>The scheme files, in order.</summary>
    public IReadOnlyList<string> Schemes() => _dice.Chance(25) ? [Scheme("wide", true), Scheme("other", false)] : [Scheme("wide", true)];

    /// <summary>The roster.</summary>
    public string Roster() => Table("编号,名称,统一社会信用代码,奖项,级别,排名,认定日期,数量,主体,核定金额,暂缓,剔除,优先,权重,占比,限额,届次,合同日,费用,收款人,备注", _dice.Between(3, 22), i => string.Join(',',
        _dice.Chance(60) ? $"{i}" : "", Name(), _dice.One(Codes), _dice.Chance(3) ? "外奖" : _dice.One(Spellings), Or(3, "国家", "省", "市"), Or(8, "1", "2", "第3名"), _dice.Chance(3) ? "" : _dice.One(Days),
        Or(30, "1", "1", "2", "0", "1.5", "3"), Or(4, "品牌一", "品牌二"), Or(60, "0", "1234.56", "30000", "500000"), Or(1, "是", "否", "否", "否", "否", "否"), Or(1, "是", "否", "否", "否", "否", "否", "否", "否", "否"), Or(3, "1", "2", "2.5", "-1"),
        Or(3, "1", "2", "0", "0.333333"), Or(3, "50%", "0.25", "30%", "20%", "7%"), Or(4, "20000", "5万元", "0", "120000.01"), Or(4, "一届", "二届"), Or(4, "2023-01-05", "2023-02", "2024-07-09"),
        Or(4, "100000", "33333.33", "999999"), Or(4, "张三", "李四"), ""));

    /// <summary>The history.</summary>
    public string History() => Table("名称,统一社会信用代码,奖项,级别,日期,数量,主体,届次,合同日,费用,收款人,已获奖励,scheme,clause", _dice.Chance(20) ? 0 : _dice.Between(1, 12), _ => string.Join(',',
        _dice.One(Names), _dice.One(Codes), _dice.Chance(10) ? "外奖" : _dice.One(Spellings), Or(20, "国家", "省", "市"), _dice.One(PastDays), Or(40, "1", "2", "1.9"), Or(15, "品牌一", "品牌二"),
        Or(15, "一届", "二届"), Or(20, "2023-01-05", "2024-07-09"), Or(30, "100000", "33333.33"), Or(20, "张三", "李四"), Or(10, "10000", "20000", "-5000", "-20000", "0", "12345.67"),
        Or(40, "wide", "宽办法 wide", "旧办法", "别的办法", "other"), Or(70, "c1", "c2", "c3")));

    /// <summary>Former names.</summary>
    public string Aliases() => "原名称,现名称\n" + (_dice.Chance(60) ? "老乙公司,乙公司\n" : "");

    /// <summary>The name list 失信.</summary>
    public string List() => "名称,起始日期,截止日期\n" + (_dice.Chance(50) ? "丙公司,2024-03-01,\n" : "丙公司,,2024-02-28\n");

    /// <summary>The period; empty for none.</summary>
    public string Period() => _dice.One("2024", "2024", "", "2023..2024");

    private string Name() => _dice.Chance(2) ? "" : _dice.One(Names);

    // One of some texts, or nothing in so many of a hundred throws.
    private string Or(int empty, params string[] texts) => _dice.Chance(empty) ? "" : _dice.One(texts);

    private static string Table(string header, int rows, Func<int, string> row) => header + "\n" + string.Concat(Enumerable.Range(1, rows).Select(i => row(i) + "\n"));

    private string Scheme(string id, bool hasAliases)
    {
        StringBuilder text = new();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"scheme: {id}");
        Line($"title: 宽办法 {id}");
        Line("status: in-force");
        Line($"effective: {(_dice.Chance(85) ? "2010-01-01..2030-12-31" : "2021-03-01..2024-08-29")}");
        if (_dice.Chance(40)) Line("supersedes: [旧办法]");
        if (hasAliases) Line("awards: {甲奖: {aliases: [甲等奖]}}");
        Line("ladders: {梯队: [甲奖, 乙奖, 丙奖]}");
        Line("columns: {暂缓: flag, 剔除: flag, 优先: number, 权重: number, 占比: ratio, 限额: money, 届次: text, 合同日: date, 费用: money, 收款人: recipient}");
        if (_dice.Chance(50)) Line($"round: {{to: {_dice.One("1元", "100元", "0.5元")}, mode: {_dice.One("half-up", "half-even", "down", "up")}}}");
        Line("exclude:");
        Line($"  - {{when: {{剔除: 是}}, outcome: {_dice.One("zero", "rejected")}}}");
        Line("  - {when: {暂缓: 是}, outcome: held}");
        if (_dice.Chance(40)) Line($"  - {{listed: 失信, by: recipient, outcome: {_dice.One("held", "rejected")}}}");
        string[][] parts = _dice.One<string[][]>([[.. Awards]], [["甲奖", "乙奖"], ["丙奖", "丁奖"]], [["甲奖"], ["乙奖", "丙奖"], ["丁奖"]]);
        bool counts = _dice.Chance(30);
        Line("clauses:");
        for (int i = 0; i < parts.Length; i++)
        {
            Line($"  - id: c{i + 1}");
            Line($"    when: {{award: [{string.Join(", ", parts[i])}]{(_dice.Chance(20) ? ", level: [国家, 省]" : "")}}}");
            Line($"    pay: {Pay(counts)}");
            if (_dice.Chance(15)) Line("    payee: 收款人");
            if (_dice.Chance(45)) Line($"    recur: {Recur(parts[i])}");
            if (_dice.Chance(15)) Line($"    share: {{by: {_dice.One("subject", "[subject, award]", "届次", "scheme")}, weight: {_dice.One("equal", "权重", "占比", "费用", "{by: level, 国家: 3, 省: 2, 市: 1}")}{(_dice.Chance(60) ? ", rest: unpaid" : "")}}}");
            if (_dice.Chance(25)) Line($"    overlap: {Overlap("")}");
            string[] limits = [.. Enumerable.Range(0, _dice.Between(0, 2)).Select(_ => Limit(counts))];
            if (limits.Length > 0) Line("    limit:");
            foreach (string limit in limits) Line($"      - {limit}");
        }

        if (_dice.Chance(30)) Line($"overlap: {Overlap($"among: [{_dice.One("c1", "甲奖, 乙奖", "丙奖, c1")}], ")}");
        string[] all = [.. Enumerable.Range(0, _dice.Between(0, 2)).Select(_ => Limit(counts))];
        if (all.Length > 0) Line("limit:");
        foreach (string limit in all) Line($"  - {limit}");
        return text.ToString();
    }

    private string Pay(bool isPlain) => $"{{per: {(isPlain || _dice.Chance(40) ? "item" : "recipient")}, {_dice.One("fixed", "fixed", "up-to")}: " + (_dice.Between(0, isPlain ? 1 : 3) switch
    {
        0 => $"{_dice.Between(1, 60)}万元",
        1 => $"{_dice.Between(1, 99_999)}.{_dice.Between(10, 99)}元",
        2 => $"{_dice.One("10%", "33%", "1:3")} of 费用, at-most: {_dice.Between(1, 9)}万元",
        _ => $"{{by: level, 国家: {_dice.Between(5, 50)}万元, 省: 3万元, 市: {_dice.Between(0, 2)}{(_dice.Chance(50) ? "万元" : "元")}}}",
    }) + "}";

    private string Keys() => _dice.One("recipient", "recipient", "subject", "[recipient, subject]", "[recipient, award]", "[recipient, 届次]", "合同日", "[recipient, 费用]", "[subject, 收款人]");

    private string Recur(string[] awards)
    {
        List<string> parts = [$"by: {Keys()}"];
        if (_dice.Chance(60)) parts.Add($"within: {_dice.One("6个月", "1年6个月", "180日", "1年30日", "3年", "year", "届次", "effective", "period")}");
        if (_dice.Chance(50)) parts.Add($"of: {_dice.One("same-or-higher", "family", $"[{string.Join(", ", awards)}]", "[外奖, 甲奖]")}");
        if (_dice.Chance(30)) parts.Add("counts: paid");
        if (_dice.Chance(30)) parts.Add($"first: {_dice.Between(2, 3)}");
        if (_dice.Chance(70)) parts.Add($"again: {_dice.One("rejected", "rejected", "held", "50%", "1:0.333", "3万元", "费用", "0")}");
        if (_dice.Chance(20)) parts.Add("when: {level: [国家, 省]}");
        return "{" + string.Join(", ", parts) + "}";
    }

    private string Overlap(string among)
    {
        string keep = _dice.One("highest", "highest", "last", "one", "{by: count, 1: 2万元, 2: 5万元, 3: 5.5万元}");
        string order = keep == "highest" ? _dice.One("", "order: tier, ", "order: 优先, ", "order: -费用, ", "order: date, ") : "";
        return $"{{{among}by: {_dice.One(Keys(), Keys(), "scheme")}, {(_dice.Chance(40) ? $"within: {_dice.One("year", "period", "effective", "届次")}, " : "")}{order}{(_dice.Chance(60) ? $"paid: {_dice.One("deduct", "ignore", "block")}, " : "")}keep: {keep}{(_dice.Chance(15) ? ", when: {level: [国家, 省]}" : "")}}}";
    }

    private string Limit(bool counts)
    {
        string when = _dice.Chance(20) ? ", when: {level: [国家, 省]}" : "", order = _dice.Chance(35) ? $", order: {_dice.One("-amount", "优先", "-优先")}" : "";
        string within = _dice.One("year", "ever", "period", "effective", "届次");
        int kind = _dice.Between(0, 9);
        if (counts && kind < 3) return $"{{at-most: {_dice.One("1件", "2件", "2.5件", "0件")}, by: {Keys()}, within: {within}{order}{when}{_dice.One("", ", cut: report")}}}";
        return kind switch
        {
            0 => $"{{at-least: {_dice.One("1万元", "2.00005万元", "费用")}, by: {_dice.One(Keys(), "row")}{(_dice.Chance(40) ? ", after: envelope" : "")}{when}}}",
            1 or 2 => $"{{at-most: {Most()}, by: {Keys()}, within: {_dice.One("3年", "6个月", "1年", "200日")}{order}{when}}}",
            3 or 4 => $"{{at-most: {Most()}, within: {within}, cut: {_dice.One("pro-rata", "in-order", "stop", "refuse", "优先", "report")}{when}}}",
            5 => $"{{at-most: {Most()}, by: {Keys()}, within: {within}, cut: {_dice.One("pro-rata", "stop", "refuse")}{order}}}",
            _ => $"{{at-most: {Most()}, by: {_dice.One(Keys(), "row")}, within: {within}{order}{when}}}",
        };
    }

    private string Most() => _dice.One("5万元", "10万元", "1.23万元", "300万元", "限额", "[限额, 8万元]", "0");
}

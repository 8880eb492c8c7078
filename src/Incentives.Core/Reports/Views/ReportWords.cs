using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Views;

/// <summary>Words of reports that stand in more than one of them, in the reader's language.</summary>
internal sealed class ReportWords(Language language)
{
    private static readonly Dictionary<string, Phrase> Ways = new()
    {
        ["scheme"] = new("办法", "Scheme"),
        ["clause"] = new("条款", "Clause"),
        ["department"] = new("主管部门", "Department"),
        ["award"] = new("奖项", "Award"),
        ["district"] = new("区县", "District"),
        ["fund"] = new("承担方", "Payer"),
        ["status"] = new("状态", "Status"),
        ["instalment"] = new("分期", "Instalment"),
    };

    private static readonly Dictionary<string, Phrase> Blanks = new()
    {
        ["scheme"] = new("（无条款适用）", "(no clause)"),
        ["clause"] = new("（无条款适用）", "(no clause)"),
        ["department"] = new("（无）", "(none)"),
        ["award"] = new("（未填奖项）", "(no award)"),
        ["district"] = new("（未填）", "(not given)"),
        ["fund"] = new("（未分担）", "(not split)"),
    };

    private static readonly Dictionary<string, Phrase> SchemeStates = new()
    {
        ["in-force"] = new("现行", "in force"),
        ["consultation"] = new("征求意见稿，尚未生效", "draft for consultation, not in force"),
        ["superseded"] = new("已被替代", "superseded"),
        ["expired"] = new("已失效", "expired"),
        ["excerpt"] = new("节选", "excerpt"),
        ["reprint"] = new("转载文本", "reprint"),
    };

    private static readonly Dictionary<string, Phrase> Payout = new()
    {
        ["line"] = new("行", "Line"),
        ["roster_id"] = new("编号", "Id"),
        ["recipient_id"] = new("统一社会信用代码", "Identity code"),
        ["recipient"] = new("名称", "Recipient"),
        ["award"] = new("奖项", "Award"),
        ["scheme"] = new("办法", "Scheme"),
        ["clause"] = new("条款", "Clause"),
        ["status"] = new("状态", "Status"),
        ["reason"] = new("原因", "Reason"),
        ["entitled_yuan"] = new("应得（元）", "Entitled (yuan)"),
        ["payable_yuan"] = new("应付（元）", "Payable (yuan)"),
        ["held_yuan"] = new("暂留（元）", "Reserved (yuan)"),
        ["provisional"] = new("暂定", "Provisional"),
        ["reasons"] = new("全部原因", "All reasons"),
        ["roster"] = new("名册", "Roster"),
        ["earmark"] = new("指定用途", "Earmark"),
        ["paid_as"] = new("支付形式", "Paid as"),
    };

    /// <summary>The reader's language.</summary>
    public Language Language => language;

    /// <summary>A sentence in the reader's language.</summary>
    public string Say(string zh, string en) => language == Language.Chinese ? zh : en;

    /// <summary>What money is added up by.</summary>
    public string By(string by) => Ways.TryGetValue(by, out Phrase? words) ? words.In(language) : by;

    /// <summary>A key, or what stands for lines without one.</summary>
    public string Key(string by, string key) => key.Length > 0 ? key : Blanks.TryGetValue(by, out Phrase? words) ? words.In(language) : Say("（无）", "(none)");

    /// <summary>A scheme's status.</summary>
    public string State(string status) => SchemeStates.TryGetValue(status, out Phrase? words) ? words.In(language) : status;

    /// <summary>The header of a column of <c>payouts.csv</c>.</summary>
    public string Header(string column)
    {
        if (Payout.TryGetValue(column, out Phrase? words)) return words.In(language);
        if (PayoutColumns.FundOf(column) is { } fund) return Say($"{fund}承担（元）", $"Paid by {fund} (yuan)");
        string[] parts = column.Split('_');
        if (parts is not ["instalment", var number, var what]) return column;
        return what switch
        {
            "yuan" => Say($"第{number}期（元）", $"Instalment {number} (yuan)"),
            "due" => Say($"第{number}期应付日期", $"Instalment {number} due"),
            _ => Say($"第{number}期条件", $"Instalment {number} needs"),
        };
    }

    /// <summary>The reasons of a line: the deciding one first.</summary>
    public string Reasons(ViewLine line)
    {
        IEnumerable<Reason> others = line.Reasons.Where(r => r != line.Reason && r is Reason.AboveCeiling or Reason.ApprovedIgnored);
        string text = string.Join(Say("；", "; "), others.Prepend(line.Reason).Where(r => r != Reason.None).Distinct().Select(r => r.Words().In(language)));
        return line.IsProvisional ? text + Say("；其他行的上限核定后可能变化", "; may change when another row's ceiling is set") : text;
    }

    /// <summary>A clause as people cite it.</summary>
    public static string Clause(ViewLine line) => line.Clause is null ? "" : line.Clause.Cite.Length > 0 ? $"{line.Clause.Cite} {line.Clause.Id}" : line.Clause.Id;
}

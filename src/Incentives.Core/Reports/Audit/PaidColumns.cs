using Incentives.Core.Diagnostics;
using Incentives.Core.Rosters;

namespace Incentives.Core.Reports.Audit;

/// <summary>Which fields of a list that was paid hold what; -1 for what it does not have. Such lists are made by many hands, so many headers are known.</summary>
/// <param name="Roster">The roster's name, where the run had several.</param>
/// <param name="Line">The roster's line, as <c>payouts.csv</c> has it.</param>
/// <param name="Id">The roster's id.</param>
/// <param name="Code">Identity code.</param>
/// <param name="Name">Who was paid.</param>
/// <param name="Award">What for.</param>
/// <param name="Subject">The product, patent or the like.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Amount">How much.</param>
/// <param name="UnitFen">What amounts without a unit of their own are counted in, fen.</param>
internal sealed record PaidColumns(int Roster, int Line, int Id, int Code, int Name, int Award, int Subject, int Clause, int Amount, long UnitFen)
{
    private static readonly string[] Rosters = ["roster", "名册"];
    private static readonly string[] Lines = ["line", "名册行号", "行号"];
    private static readonly string[] Ids = ["roster_id", "id", "申报编号", "项目编号", "编号", "序号"];
    private static readonly string[] Codes = ["recipient_id", "统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "证件号码", "身份证号", "身份证号码", "组织机构代码"];

    private static readonly string[] Names =
    [
        "recipient", "名称", "企业名称", "单位名称", "公司名称", "获奖单位", "获奖企业", "获奖企业名称", "获奖单位名称", "奖补对象", "奖励对象", "资助对象", "补助对象", "受奖单位", "受助单位", "收款单位", "收款单位名称", "收款人",
        "收款户名", "户名", "申报单位", "申报企业", "申报单位名称", "申报企业名称", "申报主体", "项目单位", "承担单位", "机构名称", "企业", "单位", "姓名", "获奖人", "获奖者",
    ];

    private static readonly string[] Awards =
    [
        "award", "奖项", "奖项名称", "奖补事项", "奖励事项", "奖补项目", "奖励项目", "资助项目", "补助项目", "荣誉", "荣誉名称", "荣誉称号", "奖励名称", "奖补名称", "奖励类别", "奖补类别", "资助类别", "补助类别", "项目", "项目名称", "事项", "事由",
    ];

    private static readonly string[] Subjects = ["subject", "主体", "品牌", "产品", "专利号", "标准号", "产品名称", "品牌名称", "标准名称", "专利名称"];
    private static readonly string[] Clauses = ["clause", "条款", "政策条款"];

    // What was really paid comes before what was to be paid.
    private static readonly string[] Amounts =
    [
        "实发金额", "实付金额", "实拨金额", "实发", "实付", "实际发放金额", "实际拨付金额", "实际支付金额", "实际金额", "发放金额", "拨付金额", "支付金额", "付款金额", "兑付金额", "兑现金额", "已发金额", "已拨金额", "已付金额", "已获奖励", "拨付资金", "发放资金", "兑现资金",
        "paid", "paid_yuan", "公布金额", "公示金额", "奖补资金", "奖补金额", "奖励金额", "奖励资金", "资助金额", "资助资金", "补助金额", "补助资金", "补贴金额", "补贴资金", "扶持金额", "扶持资金", "奖金", "拟奖补金额", "拟奖补资金", "拟奖励金额",
        "拟资助金额", "拟补助金额", "拟拨付金额", "应付金额", "应付", "应发金额", "金额", "资金", "amount", "amount_yuan", "payable_yuan", "payable", "核定金额",
    ];

    private static readonly string[] MoneyWords = ["金额", "资金", "奖金"];

    /// <summary>Finds them; null after reporting why they cannot be told.</summary>
    public static PaidColumns? Of(RosterFile file, DiagnosticBag bag)
    {
        (string Name, string Whole, MoneyUnit? Unit)[] headers = [.. file.Headers.Select(HeaderName.Split)];
        HashSet<int> used = [];
        int Pick(string[] names)
        {
            foreach (string name in names.Select(HeaderName.Normalize))
            {
                for (int i = 0; i < headers.Length; i++)
                {
                    if ((headers[i].Whole == name || headers[i].Name == name) && used.Add(i)) return i;
                }
            }

            return -1;
        }

        Place place = new(file.Name, file.HeaderLine);
        int amount = Pick(Amounts);
        if (amount < 0)
        {
            int[] money = [.. Enumerable.Range(0, headers.Length).Where(i => headers[i].Unit is not null || MoneyWords.Any(w => headers[i].Whole.Contains(w, StringComparison.Ordinal)))];
            if (money.Length != 1)
            {
                bag.Add(AuditMessages.NoAmountColumn(place, [.. file.Headers.Where(h => h.Length > 0)]));
                return null;
            }

            used.Add(amount = money[0]);
        }

        int roster = Pick(Rosters), line = Pick(Lines), id = Pick(Ids), code = Pick(Codes), name = Pick(Names), award = Pick(Awards), subject = Pick(Subjects), clause = Pick(Clauses);
        if (id < 0 && code < 0 && name < 0 && line < 0)
        {
            bag.Add(AuditMessages.NoRecipientColumn(place, [.. file.Headers.Where(h => h.Length > 0)]));
            return null;
        }

        long unit = (headers[amount].Unit ?? TitleUnit(file.Titles) ?? MoneyUnit.Yuan).Fen;
        return new PaidColumns(roster, line, id, code, name, award, subject, clause, amount, unit);
    }

    /// <summary>Whether a title above the table states the unit of its money: 单位：万元.</summary>
    public static MoneyUnit? TitleUnit(IReadOnlyList<string> titles)
    {
        foreach (string title in titles.Select(HeaderName.Normalize))
        {
            int at = title.IndexOf("单位:", StringComparison.Ordinal);
            if (at < 0) continue;
            ReadOnlySpan<byte> rest = System.Text.Encoding.UTF8.GetBytes(title[(at + "单位:".Length)..].Replace("人民币", "", StringComparison.Ordinal));
            if (MoneyUnit.TryRead(ref rest, out MoneyUnit unit)) return unit;
        }

        return null;
    }
}

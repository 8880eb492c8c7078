using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>What can be wrong or worth knowing while a batch is calculated, in one place.</summary>
internal static class EvaluationMessages
{
    /// <summary>The code of <see cref="LimitPassed"/>, which cases can expect.</summary>
    public const string LimitPassedCode = "INC5009";

    public static Diagnostic HistoryWithoutPaid(Place place) =>
        new("INC5001", Severity.Note, place, new("历史文件没有“已获奖励”列：只记获奖，不记发放", "the history file has no 'paid' column: awards are counted, payments are not"),
            null, new("如有发放金额，加上“已获奖励(元)”列", "add a column '已获奖励(元)' if money was paid"));

    public static Diagnostic HistoryRow(Place place, Reason reason) =>
        new("INC5002", Severity.Error, place, new($"历史记录这一行不能用：{reason.Words().Zh}", $"this history row cannot be used: {reason.Words().En}"),
            null, new("改正这一行，或从历史文件中删去它", "correct the row, or take it out of the history file"));

    public static Diagnostic HistoryNegative(Place place) =>
        new("INC5003", Severity.Note, place, new("已获奖励为负，作为收回处理", "a negative payment is taken as money back"));

    public static Diagnostic SameNameTwoCodes(string name, string first, string second) =>
        new("INC5004", Severity.Warning, Place.Nowhere, new($"“{name}”有两个统一社会信用代码：{first}、{second}，按两个对象处理", $"'{name}' has two identity codes, {first} and {second}; they are taken as two recipients"),
            null, new("核对代码；没有代码的同名行会暂缓", "check the codes; rows of this name without a code are held"));

    public static Diagnostic SameCodeTwoNames(string code, string first, string second) =>
        new("INC5005", Severity.Note, Place.Nowhere, new($"{code} 用了两个名称：“{first}”“{second}”，按同一对象处理", $"{code} is used with two names, '{first}' and '{second}'; they are taken as one recipient"));

    public static Diagnostic MayBeSame(string first, string second) =>
        new("INC5014", Severity.Warning, Place.Nowhere, new($"“{first}”和“{second}”可能是同一对象，按两个对象处理", $"'{first}' and '{second}' may be one recipient; they are taken as two"),
            null, new("核对；确为同一对象时，用 --alias 文件说明", "check; if they are one, say so in a file given with --alias"));

    public static Diagnostic AliasColumns(Place place) =>
        new("INC5015", Severity.Error, place, new("更名对照表缺少“原名称”或“现名称”列", "the alias file lacks the column 原名称 or 现名称"),
            new("两列：原名称、现名称", "two columns: 原名称, 现名称"), new("补上表头", "add the header"));

    public static Diagnostic NoFiles(string path) =>
        new("INC5016", Severity.Error, new Place(path), new("文件夹里没有名册（.csv、.xlsx）", "the folder holds no roster (.csv, .xlsx)"), null, new("检查路径", "check the path"));

    public static Diagnostic NeededColumns(Place place, bool recipient, bool award)
    {
        string zhWho = "“名称”（或“统一社会信用代码”）列", enWho = "column \"名称\" (or \"统一社会信用代码\")";
        string zh = recipient && award ? zhWho + "和“奖项”列" : recipient ? zhWho : "“奖项”列";
        string en = recipient && award ? $"{enWho} and no column \"奖项\"" : recipient ? enWho : "column \"奖项\"";
        return new("INC5017", Severity.Error, place,
            new($"表头里没有{zh}，看不出每一行奖给谁、奖什么。", $"The header has no {en}, so that no row says who is granted what."),
            new("“名称”或“统一社会信用代码”，以及“奖项”", "\"名称\" or \"统一社会信用代码\", and \"奖项\""),
            new("补上这些列，或把相应的列名改成上面的写法；也可以在政策规则中为该列增加一种写法。", "Add these columns, or rename the columns as above; a rule file may also declare more spellings of a column."));
    }

    public static Diagnostic InferredKinds(int rows) =>
        new("INC5006", Severity.Note, Place.Nowhere, new($"{rows} 行没有填对象类型，已按统一社会信用代码或奖项名称推定", $"the recipient kind of {rows} rows was empty and was taken from the identity code or the award's name"));

    public static Diagnostic NoDates(Place place) =>
        new("INC5007", Severity.Note, place, new("名册没有日期列：不能核对有效期，先后按行的顺序", "the roster has no date column: the period cannot be checked, and rows count in line order"));

    public static Diagnostic QuantityAssumed(Place place) =>
        new("INC5008", Severity.Note, place, new("名册没有数量列：按件计算的条款都按 1 件", "the roster has no quantity column: clauses per item count 1"));

    public static Diagnostic LimitPassed(Place place, string cite, string limit, string found) =>
        new(LimitPassedCode, Severity.Warning, place, new($"超过名额或限额（{cite}）：最多 {limit}，名册中有 {found}", $"a quota or limit is passed ({cite}): at most {limit}, the roster has {found}"),
            null, new("只提示，不扣减；请核对名册", "reported only, nothing is cut; check the roster"));

    public static Diagnostic EnvelopeRest(Place place, string cite, string rest) =>
        new("INC5010", Severity.Note, place, new($"预算（{cite}）按比例分配后剩余 {rest} 元，不足一个取整单位", $"after the pro-rata cut {rest} yuan of the envelope ({cite}) stay unspent, less than one rounding unit"));

    public static Diagnostic LimitDiffers(Place place, string cite) =>
        new("INC5011", Severity.Warning, place, new($"同一组各行的限额不一致（{cite}），按最低的计算", $"the rows of one group give different limits ({cite}); the lowest is used"));

    public static Diagnostic NeedsList(Place place, string name) =>
        new("INC5012", Severity.Error, place, new($"办法要查名单“{name}”，但没有给出", $"the scheme looks into the list '{name}', which was not given"),
            null, new($"加上 --list {name}=文件.csv", $"add --list {name}=FILE.csv"));

    /// <summary>Whether a message tells of a defect of the program rather than of an input.</summary>
    public static bool IsDefect(Diagnostic diagnostic) => diagnostic.Code == ControlTotalsCode;

    private const string ControlTotalsCode = "INC5013";

    public static Diagnostic ControlTotals(string what) =>
        new(ControlTotalsCode, Severity.Error, Place.Nowhere, new($"控制总数不符：{what}。这是程序的缺陷，结果不予输出", $"control totals do not agree: {what}. This is a defect of the program; nothing is written"));
}

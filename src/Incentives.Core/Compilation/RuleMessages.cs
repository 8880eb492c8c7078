using Incentives.Core.Diagnostics;

namespace Incentives.Core.Compilation;

/// <summary>What can be wrong in the meaning of a rule file, in one place.</summary>
internal static class RuleMessages
{
    public static Diagnostic UnknownKey(Place place, string key, Phrase where, IEnumerable<string> known, string? near) =>
        Error("INC2001", place, $"“{where.Zh}”里没有“{key}”这一项", $"'{key}' is not a key of {where.En}",
            new($"下列之一：{string.Join("、", known)}", $"one of: {string.Join(", ", known)}"),
            near is null ? null : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));

    public static Diagnostic MissingKey(Place place, string key, Phrase where, Phrase meaning) =>
        Error("INC2002", place, $"“{where.Zh}”缺少“{key}”（{meaning.Zh}）", $"{where.En} has no '{key}' ({meaning.En})", null,
            new($"补上一行“{key}: …”", $"add a line '{key}: ...'"));

    public static Diagnostic WrongForm(Place place, string key, Phrase expected, string found) =>
        Error("INC2003", place, $"“{key}”的写法不对：{found}", $"'{key}' has the wrong form: {found}", expected, null);

    public static Diagnostic NotAChoice(Place place, string key, string found, IReadOnlyList<string> choices, string? near) =>
        Error("INC2004", place, $"“{key}”不能是“{found}”", $"'{key}' cannot be '{found}'",
            new($"下列之一：{string.Join("、", choices)}", $"one of: {string.Join(", ", choices)}"),
            near is null ? null : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));

    public static Diagnostic UnknownColumn(Place place, string name, string? near) =>
        Error("INC2005", place, $"没有名为“{name}”的列", $"there is no column '{name}'",
            new("标准列，或 columns 里声明的列", "a standard column, or one declared under columns"),
            near is null
                ? new Phrase("在 columns 里声明它，如“研发投入: money”", "declare it under columns, such as '研发投入: money'")
                : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));

    public static Diagnostic UnknownReference(Place place, string name, string? near) =>
        Error("INC2006", place, $"没有名为“{name}”的清单、等级或设定", $"there is no list, ladder or setting '{name}'", null,
            near is null
                ? new Phrase("在 lists、ladders 或 settings 里声明它", "declare it under lists, ladders or settings")
                : new Phrase($"是不是“${near}”？", $"did you mean '${near}'?"));

    public static Diagnostic NameDefinedTwice(Place place, string name, Place first) =>
        Error("INC2007", place, $"“{name}”定义了两次，另一处在 {first}", $"'{name}' is defined twice; the other place is {first}", null,
            new("只保留一处；词汇表里已有的名称不要再定义", "keep one of them; do not define again what a vocabulary already has"));

    public static Diagnostic UnknownVocabulary(Place place, string name, IReadOnlyCollection<string> known, string? near) =>
        Error("INC2008", place, $"找不到词汇表“{name}”", $"vocabulary '{name}' was not found",
            known.Count == 0 ? null : new Phrase($"已有：{string.Join("、", known)}", $"there are: {string.Join(", ", known)}"),
            near is null
                ? new Phrase("词汇表放在 rules/vocabulary 文件夹", "vocabularies are in the folder rules/vocabulary")
                : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));

    public static Diagnostic UpsideDown(Place place, string text) =>
        Error("INC2009", place, $"区间“{text}”上下颠倒，没有任何值在内", $"the range '{text}' is upside down: no value lies in it",
            new("较小的在前，如 1..3", "the lesser end first, such as 1..3"), new("把两端对调", "swap the two ends"));

    public static Diagnostic NotAValue(Place place, string text, Phrase kind) =>
        Error("INC2010", place, $"“{text}”不是{kind.Zh}", $"'{text}' is not {kind.En}", null, null);

    public static Diagnostic WrongKind(Place place, string text, Phrase expected, Phrase found) =>
        Error("INC2011", place, $"“{text}”是{found.Zh}，这里要的是{expected.Zh}", $"'{text}' is {found.En}, but {expected.En} is needed here", null, null);

    public static Diagnostic BadOperation(Place place, string text, Phrase left, Phrase right) =>
        Error("INC2012", place, $"“{text}”：{left.Zh}和{right.Zh}不能这样运算", $"'{text}': {left.En} and {right.En} cannot be combined like this",
            new("金额±金额，金额×比例，金额÷金额", "money ± money, money × ratio, money ÷ money"), null);

    public static Diagnostic BadExpression(Place place, string text, string at) =>
        Error("INC2013", place, $"算式“{text}”在“{at}”处读不下去", $"the expression '{text}' cannot be read at '{at}'",
            new("列名、金额、比例，用 + - * / of 和括号连接，两侧留空格", "columns, amounts and ratios joined by + - * / of and brackets, with a space on both sides"), null);

    public static Diagnostic KeysOverlap(Place place, string first, string second) =>
        Error("INC2014", place, $"表中“{first}”和“{second}”有重叠，同一个值会落在两处", $"the table keys '{first}' and '{second}' overlap: one value would fall under both", null,
            new("改成不重叠的区间，写明哪一端包含在内", "make them disjoint; say which end is included"));

    public static Diagnostic NoPeriod(Place place, string what) =>
        Error("INC2015", place, $"“{what}”要看批次的期间，但没有给出", $"'{what}' depends on the batch's period, which was not given", null,
            new("加上 --period，如 --period 2024", "add --period, such as --period 2024"));

    public static Diagnostic OutsidePeriod(Place place, string scheme, string effective, string period) =>
        Error("INC2016", place, $"办法 {scheme} 的有效期是 {effective}，批次期间 {period} 不在其中，不予计算",
            $"scheme {scheme} is in force {effective}; the batch's period {period} lies outside, so it is not calculated", null,
            new("选用当期有效的办法，或改正 --period", "use the scheme in force then, or correct --period"));

    public static Diagnostic UnknownClause(Place place, string name, string? near) =>
        Error("INC2017", place, $"没有名为“{name}”的条款、奖项、清单或等级", $"there is no clause, award, list or ladder '{name}'", null,
            near is null ? null : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));

    public static Diagnostic EnvelopeNeedsCut(Place place) =>
        Error("INC2018", place, "总额度没有说明超过时怎么办", "the envelope does not say what happens when it is exceeded",
            new("cut: in-order、pro-rata、refuse、report 或 stop", "cut: in-order, pro-rata, refuse, report or stop"),
            new("按办法的规定补上 cut", "add cut as the policy says"));

    public static Diagnostic LimitNeedsWithin(Place place) =>
        Error("INC2019", place, "限额没有说明期间", "the limit does not say over what time it holds",
            new("within: period、year、effective 或 ever", "within: period, year, effective or ever"), new("补上 within", "add within"));

    public static Diagnostic UnknownSetting(string name, string? near) =>
        Error("INC2020", Place.Nowhere, $"所用的办法都没有设定“{name}”", $"no scheme in use has a setting '{name}'", null,
            near is null ? null : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));

    public static Diagnostic NotARuleFile(Place place, string firstKey) =>
        Error("INC2021", place, $"第一项是“{firstKey}”，看不出是哪一种规则文件", $"the first key is '{firstKey}': not a kind of rule file that is known",
            new("scheme、vocabulary、overlay、tests 或 targets", "scheme, vocabulary, overlay, tests or targets"), null);

    public static Diagnostic NoSchemes(string path) =>
        Error("INC2022", new Place(path), "没有找到任何办法", "no scheme was found here",
            new("含有“scheme: …”的 .yaml 文件", "a .yaml file with 'scheme: ...'"), new("检查路径", "check the path"));

    public static Diagnostic PathMissing(string path) =>
        Error("INC2023", new Place(path), "文件或文件夹不存在", "there is no such file or folder", null, new("检查路径是否写对", "check the path"));

    public static Diagnostic SchemeTwice(Place place, string id, Place first) =>
        Error("INC2024", place, $"办法标识“{id}”已在 {first} 使用", $"scheme id '{id}' is already used at {first}", null, new("每个文件用不同的标识", "give each file an id of its own"));

    public static Diagnostic OverlayWithoutBase(Place place, string id) =>
        Error("INC2025", place, $"覆盖文件所指的办法“{id}”没有载入", $"the overlay's base '{id}' is not among the schemes loaded", null,
            new("用另一个 --rules 载入它", "load it with another --rules"));

    public static Diagnostic Unreadable(string path, string why) =>
        Error("INC2026", new Place(path), $"文件打不开：{why}", $"the file cannot be opened: {why}", null, new("检查权限，关闭占用它的程序", "check permissions; close the program that holds it"));

    public static Diagnostic TwoAmounts(Place place, string first, string second) =>
        Error("INC2027", place, $"“{first}”和“{second}”只能写一个", $"only one of '{first}' and '{second}' may be written", null,
            new("定额用 fixed，上限用 up-to，逐行不同用 rows", "fixed for a sum, up-to for a ceiling, rows where they differ"));

    public static Diagnostic BandsBroken(Place place, string at) =>
        Error("INC2028", place, $"分段在“{at}”处断开或重叠", $"the bands break or overlap at '{at}'",
            new("从 0 起首尾相接，如 ..60%、60%<..", "bands that join, from 0 on, such as ..60%, 60%<.."), null);

    public static Diagnostic PeriodUnreadable(string text) =>
        Error("INC2029", Place.Nowhere, $"--period “{text}”无法识别", $"--period '{text}' cannot be read", new("2024、2024-03 或 2024-01-01..2024-06-30", "2024, 2024-03 or 2024-01-01..2024-06-30"), null);

    public static Diagnostic VersionByNeeded(Place place, string policy) =>
        Error("INC2030", place, $"政策“{policy}”有两个版本，没有说明按哪一个日期选择", $"policy '{policy}' has two versions and does not say which date chooses",
            null, new("加上 version-by，如 version-by: date", "add version-by, such as version-by: date"));

    public static Diagnostic Unsupported(Place place, Phrase what, Phrase next) =>
        new("INC2031", Severity.Error, place, what, null, next);

    public static Diagnostic CombinationFalls(Place place) =>
        Error("INC2032", place, "按个数的金额应随个数增加", "the worth by count must not fall as the count grows", new("如 1: 10万元, 2: 15万元", "such as 1: 10万元, 2: 15万元"), null);

    public static Diagnostic DurationOnlyInRecur(Place place, string text) =>
        Error("INC2034", place, $"“within: {text}”只能用在 recur 和按先后扣减的金额限额（limit）里", $"'within: {text}' can only stand in recur and in a money limit that cuts in order",
            new("year、period、effective、ever 或一列", "year, period, effective, ever or a column"),
            new("其他限额和重叠按自然年（year）、批次期间（period）或累计（ever）计", "other limits and overlaps are counted by calendar year, by the batch's period, or for ever"));

    public static Diagnostic QuantityNotLinear(Place place, string clause, Place at) =>
        Error("INC2035", place, $"件数限额按保留的件数比例支付，但条款“{clause}”（{at}）的金额不与数量成正比", $"a quantity limit pays the kept part of a row, but clause '{clause}' ({at}) does not pay in proportion to quantity",
            new("per: item 之后没有封顶、保底、加成和取整，表里也不用数量", "no cap, floor, bonus or rounding after per: item, and no table on quantity"),
            new("金额的封顶写成 limit；分段单价的件数上限写进分段", "write the money cap as a limit; put the most items into the bands of a schedule"));

    public static Diagnostic PaidWithoutMeaning(Place place, bool isAll) => Error(
        "INC2036", place,
        isAll ? "“keep: all”各项照发，“paid”不起作用" : "没有“by”时每一行自成一组，以往发放不计入，“paid”不起作用",
        isAll ? "'keep: all' pays every grant as it is, so that 'paid' does nothing" : "without 'by' each row is a group of its own and history does not count, so that 'paid' does nothing",
        null,
        isAll ? new("以前发放的要扣除，用 keep: highest 等；不扣除就去掉 paid", "to take off what was paid use keep: highest or the like; otherwise remove paid")
            : new("写明按什么计，如 by: recipient；不看以往就去掉 paid", "say what is counted by, such as by: recipient; or remove paid"));

    public static Diagnostic UnknownReading(string name, string? near) =>
        Error("INC2033", Place.Nowhere, $"所用的办法都没有解释口径“{name}”", $"no scheme in use has a reading '{name}'", null,
            near is null ? null : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));

    private static Diagnostic Error(string code, Place place, string zh, string en, Phrase? expected, Phrase? next) =>
        new(code, Severity.Error, place, new Phrase(zh, en), expected, next);
}

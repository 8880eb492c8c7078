
namespace Incentives.Core.Compilation;

/// <summary>Every mapping of the rule language with its keys: the compiler refuses others, and the JSON Schema is written from it.</summary>
internal static class Shapes
{
    private static readonly string[] ColumnTypes = ["text", "money", "number", "count", "ratio", "date", "year", "flag", "recipient"];
    private static readonly string[] RoundModes = ["half-up", "half-even", "down", "up"];

    /// <summary>A scheme file.</summary>
    public static Shape Scheme { get; } = new(new("办法", "scheme"), "scheme",
    [
        new("scheme", FieldType.Text, new("本办法的标识，小写字母、数字和连字符", "the scheme's id: lower-case letters, digits, hyphens"), IsRequired: true),
        new("title", FieldType.Text, new("办法名称", "the policy's title"), IsRequired: true),
        new("issuer", FieldType.Text, new("发布机关", "who issued it")),
        new("document", FieldType.Text, new("文号", "document number")),
        new("status", FieldType.Choice, new("状态", "status"), IsRequired: true, Choices: ["in-force", "consultation", "superseded", "expired", "excerpt", "reprint"]),
        new("published", FieldType.Date, new("发布日期", "date of publication")),
        new("effective", FieldType.Period, new("有效期，如 2023-03-08..2025-12-31", "when it is in force, such as 2023-03-08..2025-12-31"), IsRequired: true),
        new("policy", FieldType.Text, new("同一政策各版本共用的名称", "the name that versions of one policy share")),
        new("version-by", FieldType.Text, new("按哪一个日期列选择版本", "the date column that chooses the version")),
        new("supersedes", FieldType.Names, new("被本办法替代的办法", "schemes this one replaces")),
        new("note", FieldType.Text, new("说明", "a note")),
        new("uses", FieldType.Names, new("引用的词汇表", "vocabularies to load")),
        new("awards", FieldType.Map, new("本办法自有的奖项", "awards of this scheme"), Shape: () => Awards),
        new("lists", FieldType.Map, new("命名的清单", "named lists"), Shape: () => NamedLists),
        new("ladders", FieldType.Map, new("由低到高的等级", "ladders, lowest rung first"), Shape: () => NamedLists),
        new("columns", FieldType.Map, new("名册中另外的列和推算的列", "more roster columns, and derived ones"), Shape: () => Columns),
        new("settings", FieldType.Map, new("可用 --set 改变的值", "values that --set may change"), Shape: () => Settings),
        new("readings", FieldType.Map, new("文本有歧义时的解释口径", "readings of an ambiguous text"), Shape: () => Readings),
        new("exclude", FieldType.List, new("不予奖补或暂缓的情形", "who is out, or waits"), Shape: () => Exclude),
        new("clauses", FieldType.List, new("条款，按原文顺序", "clauses, in the policy's order"), IsRequired: true, Shape: () => Clause),
        new("overlap", FieldType.MapOrList, new("几项奖补合在一起值多少", "what several grants are worth together"), Shape: () => Overlap),
        new("limit", FieldType.MapOrList, new("上限、额度、起奖点", "caps, envelopes and minimum grants"), Shape: () => Limit),
        new("fund", FieldType.Any, new("各方分担，适用于没有另写的条款", "who pays which part, where a clause does not say"), Shape: () => Fund),
        new("earmarks", FieldType.List, new("不发给任何一行的预算", "budget lines that are paid to no row"), Shape: () => Earmark),
        new("earmark", FieldType.Any, new("奖金的用途比例", "what the paid money must be spent on"), Shape: () => Spent),
        new("round", FieldType.Map, new("取整", "rounding"), Shape: () => Round),
        new("totals", FieldType.Names, new("按哪些列另做汇总", "roster columns to add totals by")),
    ]);

    /// <summary>A vocabulary file.</summary>
    public static Shape Vocabulary { get; } = new(new("词汇表", "vocabulary"), "vocabulary",
    [
        new("vocabulary", FieldType.Text, new("词汇表的标识", "the vocabulary's id"), IsRequired: true),
        new("note", FieldType.Text, new("说明", "a note")),
        new("awards", FieldType.Map, new("奖项", "awards"), Shape: () => Awards),
        new("lists", FieldType.Map, new("命名的清单", "named lists"), Shape: () => NamedLists),
        new("ladders", FieldType.Map, new("由低到高的等级", "ladders, lowest rung first"), Shape: () => NamedLists),
    ]);

    /// <summary>An overlay file.</summary>
    public static Shape Overlay { get; } = new(new("覆盖文件", "overlay"), "overlay",
    [
        new("overlay", FieldType.Text, new("覆盖文件的标识", "the overlay's id"), IsRequired: true),
        new("base", FieldType.Text, new("所覆盖的办法", "the scheme it changes"), IsRequired: true),
        new("note", FieldType.Text, new("说明", "a note")),
        new("change", FieldType.Any, new("路径和新内容", "path and new content")),
        new("remove", FieldType.Names, new("删去的路径", "paths to remove")),
    ]);

    /// <summary>The awards of a scheme or vocabulary.</summary>
    public static Shape Awards { get; } = new(new("奖项", "awards"), "awards", [],
        new("", FieldType.Map, new("奖项", "an award"), Shape: () => Award));

    /// <summary>One award.</summary>
    public static Shape Award { get; } = new(new("奖项", "award"), "award",
    [
        new("level", FieldType.Text, new("级别", "level")),
        new("kind", FieldType.Choice, new("对象类型", "recipient kind"), Choices: ["组织", "个人"]),
        new("aliases", FieldType.Names, new("其他写法", "other spellings")),
        new("note", FieldType.Text, new("说明", "a note")),
    ]);

    /// <summary>Named lists, and ladders.</summary>
    public static Shape NamedLists { get; } = new(new("清单", "lists"), "lists", [], new("", FieldType.Names, new("清单", "a list")));

    /// <summary>Declared columns.</summary>
    public static Shape Columns { get; } = new(new("列", "columns"), "columns", [],
        new("", FieldType.Any, new("列：类型，或含 type、headers、empty、is、by 的说明", "a column: its type, or a mapping with type, headers, empty, is, by"), Shape: () => Column, Suggest: ColumnTypes, Or: () => Nested));

    /// <summary>One declared column.</summary>
    public static Shape Column { get; } = new(new("列", "column"), "column",
    [
        new("type", FieldType.Choice, new("类型", "type"), Choices: ColumnTypes),
        new("headers", FieldType.Names, new("名册中接受的表头", "roster headers accepted")),
        new("empty", FieldType.Text, new("空格代表的值", "what an empty cell stands for")),
    ]);

    /// <summary>Settings.</summary>
    public static Shape Settings { get; } = new(new("设定", "settings"), "settings", [], new("", FieldType.Text, new("值，或 unpublished", "a value, or unpublished"), Suggest: ["unpublished"]));

    /// <summary>Readings.</summary>
    public static Shape Readings { get; } = new(new("解释口径", "readings"), "readings", [],
        new("", FieldType.Map, new("解释口径", "a reading"), Shape: () => Reading));

    /// <summary>One reading.</summary>
    public static Shape Reading { get; } = new(new("解释口径", "reading"), "reading",
    [
        new("question", FieldType.Text, new("文本的疑问", "what the text leaves open"), IsRequired: true),
        new("default", FieldType.Text, new("默认选项", "the option taken unless another is chosen"), IsRequired: true),
        new("decided-by", FieldType.Text, new("由谁决定", "who decided")),
        new("note", FieldType.Text, new("说明", "a note")),
        new("options", FieldType.Any, new("各选项的说明", "what each option means"), Shape: () => Chosen),
    ]);

    /// <summary>One exclusion.</summary>
    public static Shape Exclude { get; } = new(new("排除", "exclusion"), "exclude",
    [
        new("when", FieldType.Tests, new("符合即排除", "rows that are struck")),
        new("unless", FieldType.Tests, new("不符合即排除", "rows that are safe")),
        new("listed", FieldType.Names, new("名单", "name lists")),
        new("by", FieldType.Text, new("按谁查名单", "who is looked up")),
        new("as-of", FieldType.Text, new("按哪一个日期查名单", "the date looked up")),
        new("outcome", FieldType.Choice, new("结果", "what becomes of the row"), IsRequired: true, Choices: ["rejected", "held", "zero"]),
        new("reason", FieldType.Text, new("写入结果的原因", "the words for the result")),
        new("cite", FieldType.Text, new("依据条文", "the article")),
        new("among", FieldType.Names, new("涉及的条款", "the clauses concerned")),
    ]);

    /// <summary>One clause.</summary>
    public static Shape Clause { get; } = new(new("条款", "clause"), "clause",
    [
        new("id", FieldType.Text, new("条款标识", "the clause's id"), IsRequired: true),
        new("cite", FieldType.Text, new("依据条文", "the article")),
        new("department", FieldType.Text, new("主管部门", "who manages the money")),
        new("payee", FieldType.Text, new("收款人所在的列", "the column that holds who is paid")),
        new("as", FieldType.Text, new("支付形式，如 科技创新券", "payment in kind, such as vouchers")),
        new("note", FieldType.Text, new("说明", "a note")),
        new("when", FieldType.Tests, new("适用条件", "the rows it applies to")),
        new("pay", FieldType.Any, new("奖补金额；没有公布的写 unpublished", "what it grants; unpublished where the policy does not say"), IsRequired: true, Shape: () => Pay, Suggest: ["unpublished"]),
        new("recur", FieldType.MapOrList, new("以前获得过怎么办", "what earlier grants do to this one"), Shape: () => Recur),
        new("share", FieldType.Map, new("共同获奖者怎么分", "how joint winners share"), Shape: () => Share),
        new("overlap", FieldType.MapOrList, new("几项奖补合在一起值多少", "what several grants are worth together"), Shape: () => Overlap),
        new("limit", FieldType.MapOrList, new("上限、额度、起奖点", "caps, envelopes and minimum grants"), Shape: () => Limit),
        new("fund", FieldType.Any, new("各方分担", "who pays which part"), Shape: () => Fund),
        new("instalments", FieldType.List, new("分期", "instalments"), Shape: () => Instalment),
        new("earmark", FieldType.Any, new("奖金的用途比例", "what the paid money must be spent on"), Shape: () => Spent),
    ]);

    /// <summary>What a clause grants.</summary>
    public static Shape Pay { get; } = new(new("奖补金额", "pay"), "pay",
    [
        new("fixed", FieldType.Amount, new("定额：给予", "a sum")),
        new("up-to", FieldType.Amount, new("上限：不高于", "a ceiling")),
        new("rows", FieldType.List, new("逐行列出条件和金额", "decision rows"), Shape: () => DecisionRow),
        new("per", FieldType.Any, new("item 按件，recipient 按对象，或按计量单位", "item, recipient, or a unit of a measure"), Shape: () => PerMeasure, Suggest: ["item", "recipient"]),
        new("times", FieldType.Amount, new("系数", "a factor")),
        new("plus", FieldType.Amount, new("加成", "a bonus")),
        new("at-least", FieldType.Amount, new("保底", "a floor")),
        new("at-most", FieldType.Amount, new("封顶", "a cap")),
        new("round", FieldType.Map, new("取整", "rounding"), Shape: () => Round),
    ]);

    /// <summary>Keys of an amount written as a mapping, besides table keys.</summary>
    public static Shape Nested { get; } = new(new("金额", "amount"), "amount",
    [
        new("is", FieldType.Amount, new("本数", "the amount itself")),
        new("by", FieldType.Names, new("查表所用的列", "the columns a table is keyed by")),
        new("marginal", FieldType.Amount, new("分段累进所用的数", "what a marginal schedule measures")),
        new("else", FieldType.Amount, new("其余情况", "all other cases")),
        new("times", FieldType.Amount, new("系数", "a factor")),
        new("plus", FieldType.Amount, new("加成", "a bonus")),
        new("at-least", FieldType.Amount, new("保底", "a floor")),
        new("at-most", FieldType.Amount, new("封顶", "a cap")),
        new("round", FieldType.Map, new("取整", "rounding"), Shape: () => Round),
    ]);

    /// <summary>Per unit of a measure.</summary>
    public static Shape PerMeasure { get; } = new(new("计量单位", "per"), "per-measure",
    [
        new("of", FieldType.Amount, new("计量的列", "what is measured"), IsRequired: true),
        new("each", FieldType.Text, new("一个单位是多少", "how much one unit is"), IsRequired: true),
        new("part", FieldType.Choice, new("whole 只计整单位，exact 按比例", "whole units only, or prorated"), Choices: ["whole", "exact"]),
    ]);

    /// <summary>Rounding.</summary>
    public static Shape Round { get; } = new(new("取整", "rounding"), "round",
    [
        new("to", FieldType.Text, new("取整到，如 1元", "the unit, such as 1元"), IsRequired: true),
        new("mode", FieldType.Choice, new("方式", "how"), Choices: RoundModes),
    ]);

    /// <summary>Budget lines.</summary>
    public static Shape Earmark { get; } = new(new("专项预算", "earmark"), "earmarks",
    [
        new("id", FieldType.Text, new("标识", "its id"), IsRequired: true),
        new("cite", FieldType.Text, new("依据条文", "the article")),
        new("amount", FieldType.Amount, new("金额", "how much"), IsRequired: true),
        new("every", FieldType.Choice, new("周期", "how often"), Choices: ["year", "once"]),
        new("for", FieldType.Text, new("用途", "what for")),
    ]);

    /// <summary>What earlier grants do.</summary>
    public static Shape Recur { get; } = new(new("再次获得", "recur"), "recur",
    [
        .. Shared,
        new("of", FieldType.Names, new("哪些奖项算以前获得：award、same-or-higher、family 或清单", "which awards count: award, same-or-higher, family, or a list"), Suggest: ["award", "same-or-higher", "family"]),
        new("counts", FieldType.Choice, new("按获奖还是按发放计", "what was won, or what was paid"), Choices: ["won", "paid"]),
        new("again", FieldType.Amount, new("再次获得时的金额，或 rejected、held", "what a repeat is granted, or rejected, held"), Suggest: ["0", "rejected", "held"]),
        new("first", FieldType.Text, new("前几次给予", "how many times it is granted")),
    ]);

    /// <summary>What several grants are worth together.</summary>
    public static Shape Overlap { get; } = new(new("重叠", "overlap"), "overlap",
    [
        .. Shared,
        new("keep", FieldType.Any, new("all、highest、last、one，或按个数的表", "all, highest, last, one, or a table by count"), IsRequired: true, Shape: () => ByCount, Suggest: ["all", "highest", "last", "one"]),
        new("paid", FieldType.Choice, new("以前发放的：deduct 扣减，ignore 不计，block 不再给", "what was paid before: deduct, ignore or block"), Choices: ["deduct", "ignore", "block"]),
    ]);

    /// <summary>Joint winners.</summary>
    public static Shape Share { get; } = new(new("分享", "share"), "share",
    [
        .. Shared,
        new("weight", FieldType.Amount, new("equal，或权重", "equal, or the weight"), IsRequired: true, Suggest: ["equal"]),
        new("rest", FieldType.Choice, new("剩余部分", "what is left over"), Choices: ["unpaid"]),
    ]);

    /// <summary>Caps and envelopes.</summary>
    public static Shape Limit { get; } = new(new("限额", "limit"), "limit",
    [
        .. Shared,
        new("at-most", FieldType.Amount, new("最多", "the most")),
        new("at-least", FieldType.Amount, new("起奖点，低于即为零", "the least; a lesser sum is 0")),
        new("after", FieldType.Choice, new("起奖点看预算核减以后的金额", "a minimum that looks at what the envelope left"), Choices: ["envelope"]),
        new("cut", FieldType.Text, new("超过时：in-order、pro-rata、refuse、report、stop，或优先顺序所在的列", "when passed: in-order, pro-rata, refuse, report, stop, or a column of priorities"), Suggest: ["in-order", "pro-rata", "refuse", "report", "stop"]),
    ]);

    /// <summary>Instalments.</summary>
    public static Shape Instalment { get; } = new(new("分期", "instalment"), "instalment",
    [
        new("pay", FieldType.Text, new("比例、金额或 rest", "a share, a sum, or rest"), IsRequired: true, Suggest: ["rest"]),
        new("due", FieldType.Text, new("距认定日期多久", "how long after the row's date")),
        new("needs", FieldType.Text, new("所需的证明", "the proof it waits for")),
    ]);

    /// <summary>A file of worked examples.</summary>
    public static Shape TestFile { get; } = new(new("测试文件", "test file"), "tests",
    [
        new("tests", FieldType.Text, new("所测的办法", "the scheme tested"), IsRequired: true),
        new("note", FieldType.Text, new("说明", "a note")),
        new("cases", FieldType.List, new("例子", "cases"), IsRequired: true, Shape: () => TestCase),
    ]);

    /// <summary>One worked example.</summary>
    public static Shape TestCase { get; } = new(new("例子", "case"), "case",
    [
        new("name", FieldType.Text, new("名称", "its name"), IsRequired: true),
        new("note", FieldType.Text, new("说明", "a note")),
        new("period", FieldType.Text, new("批次期间", "the batch's period")),
        new("readings", FieldType.Any, new("解释口径", "readings"), Shape: () => Chosen),
        new("settings", FieldType.Any, new("设定", "settings"), Shape: () => Chosen),
        new("history", FieldType.List, new("以往获奖和发放", "history"), Shape: () => CaseRow),
        new("lists", FieldType.Any, new("名单", "name lists"), Shape: () => CaseLists),
        new("rows", FieldType.List, new("名册的行", "roster rows"), IsRequired: true, Shape: () => CaseRow),
        new("total", FieldType.Text, new("应付合计", "the sum payable")),
        new("remarks", FieldType.Names, new("应当提示的代码，如 INC5009", "codes that must be said, such as INC5009")),
    ]);

    /// <summary>What an example expects of a line.</summary>
    public static Shape Expect { get; } = new(new("期望", "expect"), "expect",
    [
        new("status", FieldType.Text, new("状态", "status"), Suggest: ["pay", "pay-up-to", "zero", "held", "rejected", "unmatched"]),
        new("reason", FieldType.Text, new("原因代码", "reason code")),
        new("clause", FieldType.Text, new("条款", "clause")),
        new("payable", FieldType.Text, new("应付", "payable")),
        new("entitled", FieldType.Text, new("应得", "entitled")),
        new("held", FieldType.Text, new("暂缓金额", "held")),
        new("fund", FieldType.Any, new("各方分担的金额", "what each payer pays"), Shape: () => Chosen),
        new("instalments", FieldType.Names, new("各期金额", "the instalments")),
    ]);

    /// <summary>Conditions: columns with what they must be. The roster's own columns are named; a scheme may declare more.</summary>
    public static Shape Conditions { get; } = new(new("条件", "conditions"), "conditions",
    [
        new("award", FieldType.Test, new("奖项：一个、几个，或 $清单", "the award: one, several, or a $list")),
        new("recipient-kind", FieldType.Test, new("对象类型：组织或个人", "organisation or individual"), Suggest: ["组织", "个人"]),
        new("level", FieldType.Test, new("级别", "level"), Suggest: ["国际", "国家", "省", "市", "县"]),
        new("rank", FieldType.Test, new("排名，如 1..3", "rank, such as 1..3")),
        new("role", FieldType.Test, new("角色：主导或参与", "role"), Suggest: ["主导", "参与"]),
        new("date", FieldType.Test, new("认定日期", "the row's date")),
        new("applied", FieldType.Test, new("申请日期", "the date of application")),
        new("quantity", FieldType.Test, new("数量", "quantity")),
        new("subject", FieldType.Test, new("主体：品牌、产品、专利号等", "the subject: a brand, a product, a patent number")),
        new("district", FieldType.Test, new("区县", "district")),
    ],
        new("", FieldType.Test, new("另外的列：值、列表、区间、present、absent 或 {not: …}", "a further column: a value, a list, a range, present, absent or {not: ...}")));

    /// <summary>A decision row: the columns it holds for, and what it grants.</summary>
    public static Shape DecisionRow { get; } = new(new("一档", "decision row"), "decision-row", [.. Pay.Fields.Where(f => f.Name != "rows")],
        new("", FieldType.Test, new("这一档的条件：列和值", "what the row holds for: a column and its value")));

    /// <summary>Who pays which part.</summary>
    public static Shape Fund { get; } = new(new("分担", "fund"), "fund",
    [
        new("by", FieldType.Names, new("按哪一列分别规定", "the column that says which split holds"), Suggest: ["district"]),
        new("else", FieldType.Any, new("其余情况的分担", "the split in all other cases")),
    ],
        new("", FieldType.Any, new("承担方的份额，如 50%；写了 by 时是列的值和各方份额", "a payer's share, such as 50%; with by: a value of the column and its split")));

    /// <summary>What the paid money must be spent on.</summary>
    public static Shape Spent { get; } = new(new("奖金用途", "earmark"), "spent", [new("cite", FieldType.Text, new("依据条文", "the article"))],
        new("", FieldType.Text, new("用于此项的比例，如 40%", "the share for this purpose, such as 40%")));

    /// <summary>Worth by the number of different awards.</summary>
    public static Shape ByCount { get; } = new(new("按个数", "by count"), "by-count", [new("by", FieldType.Choice, new("按个数", "by count"), IsRequired: true, Choices: ["count"])],
        new("", FieldType.Text, new("这么多项一共值多少", "what so many are worth together")));

    /// <summary>Names with a value each.</summary>
    public static Shape Chosen { get; } = new(new("名称和值", "names and values"), "named-values", [], new("", FieldType.Text, new("值", "the value")));

    /// <summary>A row of an example: columns with their cells.</summary>
    public static Shape CaseRow { get; } = new(new("一行", "row"), "case-row", [new("expect", FieldType.MapOrList, new("期望的结果，几笔时是列表", "what is expected, a list where the row has several lines"), Shape: () => Expect)],
        new("", FieldType.Text, new("单元格：列和内容", "a cell: a column and what stands in it")));

    /// <summary>The name lists of an example.</summary>
    public static Shape CaseLists { get; } = new(new("名单", "name lists"), "case-lists", [], new("", FieldType.List, new("名单的行", "the rows of the list"), Shape: () => CaseRow));

    /// <summary>A file of published targets and counts.</summary>
    public static Shape Targets { get; } = new(new("目标文件", "targets file"), "targets",
    [
        new("targets", FieldType.Text, new("目标所属的办法或公布的标识", "the scheme the targets belong to, or an id of their publication"), IsRequired: true),
        new("recipient-kind", FieldType.Choice, new("没有另写的各项假定的对象类型", "the recipient kind assumed where an item does not say"), Choices: ["组织", "个人"]),
        new("note", FieldType.Text, new("说明", "a note")),
        new("items", FieldType.List, new("各项目标", "the targets"), IsRequired: true, Shape: () => Target),
    ]);

    /// <summary>One target or count.</summary>
    public static Shape Target { get; } = new(new("目标", "target"), "target",
    [
        new("award", FieldType.Text, new("奖项", "the award")),
        new("name", FieldType.Text, new("不是奖项的目标叫什么", "what a target that is no award is called")),
        new("count", FieldType.Text, new("数量，或范围，如 30、20..40、600家以上", "how many, or a range, such as 30, 20..40, 600家以上")),
        new("value", FieldType.Text, new("不是奖项的目标的值，只照录", "the value of a target that is no award, kept as written")),
        new("kind", FieldType.Choice, new("new 新增，stock 到期达到的总数，held 已有，other 不是奖项", "new ones, a stock to reach, already held, or no award"), IsRequired: true, Choices: ["new", "stock", "held", "other"]),
        new("recipient-kind", FieldType.Choice, new("对象类型", "recipient kind"), Choices: ["组织", "个人"]),
        new("level", FieldType.Text, new("级别", "level")),
        new("by", FieldType.Text, new("到哪一年", "by the end of which year")),
        new("each", FieldType.Text, new("哪些年，每年都是这个数量，如 2023..2025", "in which years, this many in each, such as 2023..2025")),
        new("cite", FieldType.Text, new("依据条文", "the article")),
        new("note", FieldType.Text, new("说明", "a note")),
    ]);

    private static Field[] Shared =>
    [
        new("by", FieldType.Names, new("按什么计：recipient、subject 等列", "what it is counted by: recipient, subject or other columns"), Suggest: ["recipient", "subject", "award", "row"]),
        new("within", FieldType.Text, new("期间：period、year、effective、ever、年限，或一列", "how far it looks: period, year, effective, ever, a duration, or a column"), Suggest: ["year", "period", "effective", "ever"]),
        new("among", FieldType.Names, new("涉及的条款、奖项、清单", "the clauses, awards or lists concerned")),
        new("except", FieldType.Names, new("不涉及的条款、奖项、清单", "those not concerned")),
        new("order", FieldType.Text, new("顺序：date、line、tier、amount 或一列，前加 - 为倒序", "the order: date, line, tier, amount or a column; - before it reverses"), Suggest: ["date", "line", "tier", "-amount"]),
        new("when", FieldType.Tests, new("哪些行计入", "which rows are counted")),
        new("cite", FieldType.Text, new("依据条文", "the article")),
        new("reason", FieldType.Text, new("写入结果的原因", "the words for the result")),
    ];
}

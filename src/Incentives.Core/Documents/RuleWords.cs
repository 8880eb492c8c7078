using Incentives.Core.Syntax;

namespace Incentives.Core.Documents;

/// <summary>Relations between grants in plain sentences: <c>recur</c>, <c>overlap</c>, <c>share</c>, <c>limit</c>.</summary>
internal sealed class RuleWords(Telling telling, NameWords names, ConditionWords conditions, AmountWords amounts)
{
    /// <summary>What earlier grants do to a new one.</summary>
    public string Recur(Node node) => telling.Choose(node, n => n is not MapNode map ? None(n) : telling.Comma([RecurRule(map), .. Shared(map)]));

    /// <summary>What several grants are worth together.</summary>
    public string Overlap(Node node) => telling.Choose(node, n => n is not MapNode map ? None(n) : telling.Comma([OverlapRule(map), .. Shared(map)]));

    /// <summary>How joint winners share.</summary>
    public string Share(Node node) => telling.Choose(node, n => n is not MapNode map ? None(n) : telling.Comma([ShareRule(map), .. Shared(map)]));

    /// <summary>A cap, an envelope or a minimum.</summary>
    public string Limit(Node node) => telling.Choose(node, n => n is not MapNode map ? None(n) : telling.Comma([LimitRule(map), .. Shared(map)]));

    private string RecurRule(MapNode map)
    {
        string by = By(map, telling.Say("奖补对象", "recipient")), within = Within(map, "");
        string which = telling.Take(map, "of") is { } of ? telling.Choose(of, Which) : telling.Say("同一奖项", "the same award");
        string times = telling.Word(map, "first", f => f is "" or "1" ? telling.Say("首次", "the first time") : telling.Say($"前 {f} 次", $"the first {f} times"));
        string before = telling.Word(map, "counts", c => c == "paid" ? telling.Say("已经发放过", "paid") : telling.Say("获得过", "won"));
        string again = telling.Take(map, "again") is { } node ? telling.Choose(node, Again) : telling.Say("不再给予", "is granted nothing");
        return telling.Say(
            $"按{by}计，{within}{times}获得{which}的给予；以前{before}的，{again}",
            $"counted by {by}, {times} that {which} is won{(within.Length > 0 ? " " + within : "")}; what was {before} before {again}");
    }

    private string Which(Node of) => Telling.Texts(of) switch
    {
        ["award"] => telling.Say("同一奖项", "the same award"),
        ["same-or-higher"] => telling.Say("同一等级序列中同级或更高的奖项", "an award of the same or a higher rung of its ladder"),
        ["family"] => telling.Say("同一等级序列中的任何奖项", "an award of its ladder"),
        _ => names.Concerned(of),
    };

    private string Again(Node node) => node switch
    {
        ScalarNode { Text: "0" } => telling.Say("不再给予", "is granted nothing"),
        ScalarNode { Text: "rejected" } => telling.Say("不予受理", "is rejected"),
        ScalarNode { Text: "held" } => telling.Say("暂缓，由人决定", "waits for a person"),
        ScalarNode share when RatioText.TryParse(share.Text, out _) => telling.Say($"按原金额的 {share.Text} 给予", $"is granted {share.Text} of the amount"),
        _ => telling.Say("按 ", "is granted ") + amounts.Amount(node) + telling.Say(" 给予", ""),
    };

    private string OverlapRule(MapNode map)
    {
        string by = map["by"] is null ? telling.Say("同一行适用几个条款的", "where several clauses grant one row") : telling.Say("同一", "counted by ") + By(map, ""), within = Within(map, "");
        string rule = telling.Take(map, "keep") is { } keep ? telling.Choose(keep, Keep) : "";
        string paid = telling.Word(map, "paid", p => p switch
        {
            "ignore" => telling.Say("以前发放的不计", "what was paid before does not count"),
            "block" => telling.Say("以前发放过的不再给予", "nothing where something was paid before"),
            "deduct" => telling.Say("以前发放的予以扣除", "what was paid before is deducted"),
            _ => "",
        });
        return telling.Comma([by + telling.Say("，", ", ") + within + (within.Length > 0 ? telling.Say("", " ") : "") + rule, paid]);
    }

    private string Keep(Node keep) => keep switch
    {
        MapNode table => Combination(table),
        ScalarNode { Text: "highest" } => telling.Say("只按最高的一项给予，不重复", "only the highest is granted"),
        ScalarNode { Text: "last" } => telling.Say("以最后获得的一项为准，只补差额", "the last one counts, less what was granted"),
        ScalarNode { Text: "one" } => telling.Say("只能选择一项，几项同时出现的暂缓", "only one may be chosen; several wait"),
        _ => telling.Say("可以同时享受，各项照发", "all are granted together"),
    };

    private string Combination(MapNode table)
    {
        _ = telling.Take(table, "by");
        string[] counts = [.. telling.Entries(table, "by").Select(e => telling.Say($"{e.Key} 项共 ", $"{e.Key}: ") + amounts.Amount(e.Value))];
        return telling.Say($"按获得的不同奖项个数合计：{telling.And(counts)}", $"worth by the number of different awards: {telling.And(counts)}");
    }

    private string ShareRule(MapNode map)
    {
        string by = By(map, telling.Say("主体", "subject")), within = Within(map, "");
        string how = telling.Take(map, "weight") is { } weight
            ? telling.Choose(weight, w => w is ScalarNode { Text: "equal" } ? telling.Say("平均分配", "in equal parts") : telling.Say("按比例，比例为 ", "in the proportion of ") + amounts.Amount(w)) : "";
        string rest = telling.Word(map, "rest", r => r == "unpaid" ? telling.Say("份额不足的部分不发放", "what the shares leave stays unpaid") : "");
        return telling.Comma([telling.Say($"同一{by}的共同获奖者{within}分享一份金额，{how}", $"joint winners of one {by} share one amount{(within.Length > 0 ? " " + within : "")}, {how}"), rest]);
    }

    private string LimitRule(MapNode map)
    {
        bool isWhole = map["by"] is null;
        string by = isWhole ? telling.Say("全部合计，", "all together") : telling.Say("每个", "each ") + By(map, ""), within = Within(map, "", telling.Say("累计", "over all time"));
        if (telling.Take(map, "at-least") is { } least)
        {
            string sum = amounts.Amount(least);
            bool isAfter = telling.Text(map, "after") == "envelope";
            return telling.Say($"{by}{within}合计不足 {sum} 的不予支付{(isAfter ? "（在预算核减以后计算）" : "")}", $"{by} {within}: less than {sum} in all is not paid{(isAfter ? " (looked at after the envelope)" : "")}");
        }

        string most = telling.Take(map, "at-most") is { } node ? amounts.Amount(node) : "";
        string cut = telling.Word(map, "cut", c => c switch
        {
            "" or "in-order" => telling.Say("按次序给到额满为止", "granted in order until it is used up"),
            "pro-rata" => telling.Say("超过的按比例压缩", "cut pro rata when it is passed"),
            "refuse" => telling.Say("超过时全部暂缓", "all wait when it is passed"),
            "report" => telling.Say("超过时只提示，不扣减", "only reported when it is passed"),
            "stop" => telling.Say("从放不下的一项起都不支付", "nothing from the first one on that does not fit"),
            string column => telling.Say($"按“{names.Column(column)}”由小到大给到额满为止", $"granted by '{names.Column(column)}', least first, until it is used up"),
        });
        return telling.Say($"{by}{within}最多 {most}，{cut}", $"{by} {within}: at most {most}, {cut}");
    }

    // What all four have: order, rows counted, names concerned, article, words.
    private IEnumerable<string> Shared(MapNode map)
    {
        if (telling.Word(map, "order", Order) is { Length: > 0 } order) yield return order;
        if (telling.Take(map, "when") is { } when) yield return telling.Say("只计：", "counting only: ") + conditions.Of(when);
        if (telling.Take(map, "among") is { } among) yield return telling.Say("涉及：", "among: ") + names.Concerned(among);
        if (telling.Take(map, "except") is { } except) yield return telling.Say("不涉及：", "except: ") + names.Concerned(except);
        if (telling.Text(map, "reason") is { Length: > 0 } reason) yield return telling.Say($"说明：{reason}", $"in words: {reason}");
        if (telling.Text(map, "cite") is { Length: > 0 } cite) yield return telling.Say($"依据：{cite}", $"article: {cite}");
    }

    private string Order(string order) => order.TrimStart('-') switch
    {
        "" => "",
        "date" or "line" => telling.Say("按日期先后", "in order of date"),
        "amount" => telling.Say("金额高的在先", "the greatest amount first"),
        "tier" => telling.Say("等级高的在先", "the highest rung first"),
        string column => order.StartsWith('-') ? telling.Say($"“{names.Column(column)}”大的在先", $"the greatest '{column}' first") : telling.Say($"“{names.Column(column)}”小的在先", $"the least '{column}' first"),
    };

    private string By(MapNode map, string ifAbsent) => telling.Take(map, "by") is { } by ? InBrackets(telling.Choose(by, names.Columns)) : ifAbsent;

    // A choice inside a sentence.
    private string InBrackets(string text) => text.StartsWith(telling.ByReading, StringComparison.Ordinal) ? telling.Say($"（{text}）", $"({text})") : text;

    private string Within(MapNode map, string ifAbsent, string? ever = null) => InBrackets(telling.Word(map, "within", w => w switch
    {
        "" => ifAbsent,
        "ever" => ever ?? telling.Say("不论年度", "over all time"),
        "year" => telling.Say("同一自然年度内", "within one calendar year"),
        "period" => telling.Say("批次期间内", "within the batch's period"),
        "effective" => telling.Say("办法有效期内", "while the scheme is in force"),
        string text when DurationText.TryParse(text, out _) => telling.Say($"{text}内", $"within {text}"),
        string column => telling.Say($"同一“{names.Column(column)}”内", $"within one '{column}'"),
    }));

    private string None(Node node) => node is ScalarNode { Text: "none" } ? telling.Say("无", "none") : NodeText.Describe(node);
}

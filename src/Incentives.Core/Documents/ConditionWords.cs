using Incentives.Core.Syntax;

namespace Incentives.Core.Documents;

/// <summary>Conditions and table keys in words.</summary>
internal sealed class ConditionWords(Telling telling, NameWords names)
{
    /// <summary>What stands under <c>when</c>: one group of tests, or several of which any will do.</summary>
    public string Of(Node node) => telling.Choose(node, n => n switch
    {
        MapNode group => telling.Comma(telling.Entries(group).Select(e => Test(e.Key, e.Value))),
        ListNode any => telling.Say("符合下列之一：", "one of: ") + string.Join(telling.Say("；", "; or "), any.Items.Select((g, i) => telling.Say($"（{i + 1}）", $"({i + 1}) ") + Of(g))),
        _ => NodeText.Describe(n),
    });

    /// <summary>One test: <c>排名 1 至 3</c>.</summary>
    public string Test(string column, Node node) => telling.Choose(node, n => Predicate(names.Column(column), n, isNot: false));

    /// <summary>A period of days, open at either end.</summary>
    public string Days(string text) => !RangeText.TryParse(text, out RangeText? days) ? text
        : days.Low is null ? telling.Say($"至 {days.High} 止", $"until {days.High}")
        : days.High is null ? telling.Say($"{days.Low} 起，没有写终止日期", $"from {days.Low} on, without a stated end")
        : telling.Say($"{days.Low} 至 {days.High}", $"{days.Low} to {days.High}");

    /// <summary>A table key: a value, a range, several of them, or all others.</summary>
    public string Key(MapEntry entry)
    {
        if (entry.IsKeyQuoted) return entry.Key;
        if (entry.Key == "else") return telling.Say("其他", "all others");
        return telling.And(entry.Key.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(k => Range(k) ?? Plain(k)));
    }

    private string Predicate(string column, Node node, bool isNot)
    {
        if (node is MapNode { Entries: [{ Key: "not" }] } not)
            return Predicate(column, telling.Take(not, "not")!, !isNot);
        if (node is ScalarNode { IsQuoted: false, Text: "present" or "absent" } word)
            return (word.Text == "present") != isNot ? telling.Say($"填写了{column}", $"{column} is given") : telling.Say($"没有填写{column}", $"{column} is not given");
        if (node is ScalarNode { IsQuoted: false } only && Range(only.Text) is { } range)
            return isNot ? telling.Say($"{column}不在“{range}”之内", $"{column} is not {range}") : telling.Say($"{column}{range}", $"{column} is {range}");
        string value = node is ListNode list ? Or([.. list.Items.Select(Value)]) : Value(node);
        return isNot ? telling.Say($"{column}不是{value}", $"{column} is not {value}") : telling.Say($"{column}为{value}", $"{column} is {value}");
    }

    private string Value(Node node) => telling.Choose(node, n => n switch
    {
        ScalarNode { IsQuoted: true } literal => literal.Text,
        ScalarNode scalar => Range(scalar.Text) ?? Plain(scalar.Text),
        ListNode list => Or([.. list.Items.Select(Value)]),
        _ => NodeText.Describe(n),
    });

    private string Plain(string text) => text switch
    {
        "present" => telling.Say("已填写", "given"),
        "absent" => telling.Say("未填写", "not given"),
        _ when text.StartsWith('$') && names.IsList(text[1..]) => names.List(text[1..]),
        _ => names.Values(text),
    };

    private string Or(IReadOnlyList<string> parts) =>
        parts.Count < 2 ? string.Concat(parts) : telling.And(parts.SkipLast(1)) + telling.Say("或", " or ") + parts[^1];

    // 以上 and 以下 include their number, 不满 and 超过 do not.
    private string? Range(string text)
    {
        if (!RangeText.TryParse(text, out RangeText? range)) return null;
        string low = names.Values(range.Low ?? ""), high = names.Values(range.High ?? "");
        if (range is { Low: not null, High: not null, IncludesLow: true, IncludesHigh: true }) return telling.Say($"{low}至{high}", $"{low} to {high}");
        string from = range.Low is null ? "" : range.IncludesLow ? telling.Say($"{low}以上（含）", $"at least {low}") : telling.Say($"超过{low}", $"above {low}");
        string to = range.High is null ? "" : range.IncludesHigh ? telling.Say($"{high}以下（含）", $"at most {high}") : telling.Say($"不满{high}", $"below {high}");
        return from.Length > 0 && to.Length > 0 ? from + telling.Say("、", " and ") + to : from + to;
    }
}

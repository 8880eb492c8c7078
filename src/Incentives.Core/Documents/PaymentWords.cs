using Incentives.Core.Syntax;

namespace Incentives.Core.Documents;

/// <summary>Who pays, when, and what the money must be spent on.</summary>
internal sealed class PaymentWords(Telling telling, NameWords names, ConditionWords conditions, AmountWords amounts)
{
    /// <summary><c>fund</c>.</summary>
    public string Fund(Node node) => telling.Choose(node, n =>
    {
        if (n is not MapNode map) return NodeText.Describe(n);
        if (map["by"] is not ScalarNode by) return telling.Say("由各方分担：", "paid by: ") + Parts(map);
        _ = telling.Take(map, "by");
        string[][] rows = [.. telling.Entries(map, "by").Select(e => new[] { conditions.Key(e), e.Value is MapNode split ? Parts(split) : NodeText.Describe(e.Value) })];
        string column = names.Column(by.Text);
        string table = amounts.Add(telling.Say("各方分担", "who pays"), [column, telling.Say("分担", "parts")], rows);
        return telling.Say($"由各方按{table}分担", $"paid by the parties as {table} says");
    });

    /// <summary><c>instalments</c>.</summary>
    public string Instalments(Node node) => telling.Choose(node, n => string.Join(telling.Say("；", "; "), NameWords.Maps(n).Select((part, i) =>
    {
        string pay = Share(telling.Text(part, "pay")), due = telling.Text(part, "due"), needs = telling.Text(part, "needs");
        return telling.Comma(
        [
            telling.Say($"第 {i + 1} 期 {(pay == "rest" ? "其余部分" : names.Values(pay))}", $"part {i + 1}: {(pay == "rest" ? "the rest" : names.Values(pay))}"),
            Due(due),
            needs.Length == 0 ? "" : telling.Say($"须有{needs}", $"needs {needs}"),
        ]);
    })));

    // 3:2 is two thirds.
    private static string Share(string text) => text.Contains(':') && RatioText.TryParse(text, out Numbers.Rational share) ? share.ToString() : text;

    private string Due(string due) =>
        due.Length == 0 ? "" : DurationText.TryParse(due, out Duration after) && after == default ? telling.Say("认定后即付", "due at once") : telling.Say($"认定后 {due} 支付", $"due {due} after the date");

    /// <summary><c>earmark</c>.</summary>
    public string Earmark(Node node) => telling.Choose(node, n => n is not MapNode map ? NodeText.Describe(n) : telling.Comma(
    [
        .. telling.Entries(map, "cite").Select(e => telling.Say($"{NodeText.Describe(e.Value)} 用于{e.Key}", $"{NodeText.Describe(e.Value)} for {e.Key}")),
        telling.Text(map, "cite") is { Length: > 0 } cite ? telling.Say($"依据：{cite}", $"article: {cite}") : "",
    ]));

    private string Parts(MapNode map) => telling.And(telling.Entries(map).Select(e => $"{e.Key} {names.Values(NodeText.Describe(e.Value))}"));
}

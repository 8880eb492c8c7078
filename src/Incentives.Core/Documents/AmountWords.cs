using System.Text.RegularExpressions;
using Incentives.Core.Syntax;

namespace Incentives.Core.Documents;

/// <summary>Amounts in words, as the policy writes them; what is a table becomes one, and the text refers to it.</summary>
internal sealed partial class AmountWords(Telling telling, NameWords names, ConditionWords conditions)
{
    private static readonly string[] Steps = ["times", "plus", "at-least", "at-most", "round"];
    private readonly List<Grid> _tables = [];
    private int _count;

    /// <summary>The tables since the last call, to stand under the text that refers to them.</summary>
    public IReadOnlyList<Block> Tables()
    {
        Block[] tables = [.. _tables];
        _tables.Clear();
        return tables;
    }

    /// <summary>What a clause grants.</summary>
    public string Pay(Node node) => telling.Choose(node, n => n switch
    {
        ScalarNode { Text: "unpublished", IsQuoted: false } => telling.Say("原文没有公布金额，不计算", "the amount is not published; nothing is calculated"),
        MapNode map => telling.Comma([Core(map), .. After(map)]),
        _ => NodeText.Describe(n),
    });

    /// <summary>An amount, an expression or a table.</summary>
    public string Amount(Node node) => telling.Choose(node, n => n switch
    {
        ScalarNode { Text: "none", IsQuoted: false } => telling.Say("不限", "no bound"),
        ScalarNode { IsQuoted: true } literal => literal.Text,
        ScalarNode scalar => Expression(scalar.Text),
        ListNode list => telling.And(list.Items.Select(Amount)) + telling.Say("（以最严的为准）", " (the tightest of them)"),
        MapNode map when map["is"] is not null => telling.Comma([Amount(telling.Take(map, "is")!), .. After(map)]),
        MapNode map when map["marginal"] is not null => telling.Comma([Marginal(map), .. After(map)]),
        MapNode map when map["by"] is not null => telling.Comma([Table(map), .. After(map)]),
        _ => NodeText.Describe(n),
    });

    /// <summary>Rounding.</summary>
    public string Round(Node node) => telling.Choose(node, n =>
    {
        if (n is not MapNode map) return NodeText.Describe(n);
        string to = telling.Word(map, "to", t => t), mode = telling.Word(map, "mode", Mode);
        return telling.Say($"取整到{to}（{mode}）", $"rounded to {to} ({mode})");
    });

    /// <summary>Adds a table; the words that name it.</summary>
    public string Add(string what, IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int number = ++_count;
        _tables.Add(new Grid(telling.Say($"表{number} {what}", $"Table {number}: {what}"), headers, rows));
        return telling.Say($"表{number}", $"table {number}");
    }

    private string Core(MapNode map)
    {
        string per = map["per"] is null ? "" : Per(telling.Take(map, "per")!);
        if (map["rows"] is not null) return per + Rows(telling.Take(map, "rows")!);
        bool isCeiling = map["up-to"] is not null;
        string amount = telling.Take(map, isCeiling ? "up-to" : "fixed") is { } node ? Amount(node) : "";
        if (amount.StartsWith(telling.ByReading, StringComparison.Ordinal))
            return per + (isCeiling ? telling.Say("不高于下列数额（上限，按核定金额支付）：", "at most the following (a ceiling: the approved amount is paid): ") : telling.Say("给予下列数额：", "the following sum: ")) + amount;
        return per + (isCeiling ? telling.Say($"不高于 {amount}（上限，按核定金额支付）", $"at most {amount} (a ceiling: the approved amount is paid)") : telling.Say($"给予 {amount}", $"a sum of {amount}"));
    }

    private string Per(Node node) => telling.Choose(node, n => n switch
    {
        ScalarNode { Text: "item" } => telling.Say("每件（项）", "per item "),
        ScalarNode { Text: "recipient" } => telling.Say("每个对象", "per recipient "),
        MapNode map => Measure(map),
        _ => NodeText.Describe(n),
    });

    private string Measure(MapNode map)
    {
        string of = telling.Take(map, "of") is { } node ? Amount(node) : "", each = telling.Text(map, "each");
        return telling.Text(map, "part") == "exact"
            ? telling.Say($"按 {of} 计，每 {each}（不足的按比例）", $"for each {each} of {of} (prorated) ")
            : telling.Say($"按 {of} 计，每满 {each}（不足的不计）", $"for each whole {each} of {of} ");
    }

    private IEnumerable<string> After(MapNode map)
    {
        (string Key, string Zh, string En)[] steps = [("times", "乘以系数", "times"), ("plus", "另加", "plus"), ("at-least", "不少于", "not less than"), ("at-most", "最多", "at most")];
        foreach ((string key, string zh, string en) in steps)
        {
            if (telling.Take(map, key) is { } node) yield return $"{telling.Say(zh, en)} {Amount(node)}";
        }

        if (telling.Take(map, "round") is { } round) yield return Round(round);
    }

    private string Table(MapNode map)
    {
        string[] by = [.. Telling.Texts(telling.Take(map, "by")).Select(names.Column)];
        List<string[]> rows = [];
        Cells(telling.Entries(map, ["by", .. Steps]), [], by.Length, rows);
        string table = Add(telling.Say($"按{telling.And(by)}", $"by {telling.And(by)}"), [.. by, telling.Say("数额", "amount")], rows);
        return telling.Say($"{table}所列数额", $"what {table} says");
    }

    private void Cells(IReadOnlyList<MapEntry> entries, string[] keys, int depth, List<string[]> rows)
    {
        foreach (MapEntry entry in entries)
        {
            string[] own = [.. keys, conditions.Key(entry)];
            bool isDeeper = own.Length < depth && entry.Value is MapNode map && map["is"] is null && map["by"] is null && map["marginal"] is null && ReadingUses.ChoiceOf(map) is null;
            if (isDeeper) Cells(telling.Entries((MapNode)entry.Value), own, depth, rows);
            else rows.Add([.. own, .. Enumerable.Repeat(telling.Say("（不分）", "(any)"), depth - own.Length), Amount(entry.Value)]);
        }
    }

    private string Marginal(MapNode map)
    {
        string measure = Amount(telling.Take(map, "marginal")!);
        string[][] rows = [.. telling.Entries(map, ["marginal", .. Steps]).Select(e => new[] { conditions.Key(e), Amount(e.Value) })];
        string table = Add(telling.Say($"{measure}的各段", $"bands of {measure}"), [measure, telling.Say("本段按", "rate")], rows);
        return telling.Say($"把{measure}按{table}分段，各段分别计算后相加的数额", $"the sum of the bands of {measure}, each at its own rate in {table}");
    }

    // Decision rows: the conditions of each, and what it grants.
    private string Rows(Node node)
    {
        List<string[]> rows = [];
        foreach (MapNode row in NameWords.Maps(node)) Row(row, "", rows);
        string table = Add(telling.Say("各档条件和金额", "conditions and amounts"), [telling.Say("条件", "condition"), telling.Say("金额", "amount")], rows);
        return telling.Say($"按{table}中适用的一档", $"as the row of {table} that applies says");
    }

    private void Row(MapNode row, string under, List<string[]> rows)
    {
        if (ReadingUses.ChoiceOf(row) is not null)
        {
            string reading = telling.Text(row, "reading");
            foreach (MapEntry option in telling.Entries(row, "reading"))
            {
                if (option.Value is MapNode own) Row(own, telling.Say($"口径“{reading}”", $"the reading '{reading}' ") + telling.Under(option.Key), rows);
            }

            return;
        }

        string[] grants = [.. Compilation.Shapes.Pay.Fields.Select(f => f.Name)];
        string when = telling.Comma(telling.Entries(row, grants).Select(e => conditions.Test(e.Key, e.Value)));
        rows.Add([under + when, telling.Comma([Core(row), .. After(row)])]);
    }

    private string Mode(string mode) => mode switch
    {
        "half-even" => telling.Say("四舍六入五成双", "a half to the even neighbour"),
        "down" => telling.Say("舍去尾数", "down"),
        "up" => telling.Say("进一", "up"),
        _ => telling.Say("四舍五入", "a half up"),
    };

    private string Expression(string text)
    {
        text = Word().Replace(names.Values(Telling.OneLine(text)), m => names.Column(m.Value));
        if (telling.Language == Diagnostics.Language.Chinese && ShareOf().Match(text) is { Success: true } share) return $"{share.Groups[2].Value}的{share.Groups[1].Value}";
        return text.Replace(" * ", " × ", StringComparison.Ordinal).Replace(" / ", " ÷ ", StringComparison.Ordinal).Replace(" of ", " × ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(\S+(?:（[^）]*）)?) of ([^*/+ -]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ShareOf();

    [GeneratedRegex(@"(?<![\w$-])[a-z][a-z_-]+(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

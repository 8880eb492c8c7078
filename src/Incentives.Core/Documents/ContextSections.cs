using Incentives.Core.Syntax;

namespace Incentives.Core.Documents;

/// <summary>What the clauses rest on: readings, and at the end settings, columns, awards, lists and ladders, each where the scheme has any.</summary>
internal sealed class ContextSections(Telling telling, NameWords names, AmountWords amounts, List<Block> blocks)
{
    private static readonly string[] DerivedKeys = ["is", "by", "marginal"];

    private static readonly Dictionary<string, (string Zh, string En)> Types = new()
    {
        ["text"] = ("文字", "text"),
        ["money"] = ("金额", "money"),
        ["number"] = ("数", "number"),
        ["count"] = ("整数", "whole number"),
        ["ratio"] = ("比例", "ratio"),
        ["date"] = ("日期", "date"),
        ["year"] = ("年份", "year"),
        ["flag"] = ("是否", "yes or no"),
        ["recipient"] = ("对象", "recipient"),
    };

    /// <summary>Adds what names stand for.</summary>
    public void Names(MapNode root)
    {
        Settings(root);
        Columns(root);
        Awards(root);
        Lists(root, "lists", telling.Say("清单", "Lists"), telling.Say("、", ", "));
        Lists(root, "ladders", telling.Say("等级（由低到高）", "Ladders, lowest first"), " → ");
    }

    /// <summary>Adds the readings.</summary>
    public void Readings(MapNode root)
    {
        if (telling.Take(root, "readings") is not MapNode readings) return;
        Head("解释口径", "Readings");
        foreach (MapEntry entry in telling.Entries(readings))
        {
            if (entry.Value is not MapNode reading) continue;
            blocks.Add(new Heading(3, entry.Key));
            string standard = telling.Text(reading, "default");
            List<Bullet> items = [new(telling.Say("疑问：", "Question:"), telling.Text(reading, "question"))];
            Dictionary<string, string> told = Options(telling.Take(reading, "options"));
            foreach (string option in UsedOptions(root, entry.Key).Union(told.Keys).Distinct())
            {
                string isDefault = option == standard ? telling.Say("（默认）", " (default)") : "";
                items.Add(new Bullet(telling.Say("选项：", "Option:"), option + isDefault + (told.GetValueOrDefault(option, "") is { Length: > 0 } means ? telling.Say($"，{means}", $": {means}") : "")));
            }

            if (telling.Text(reading, "decided-by") is { Length: > 0 } who) items.Add(new Bullet(telling.Say("由谁决定：", "Decided by:"), who));
            if (telling.Text(reading, "note") is { Length: > 0 } note) items.Add(new Bullet(telling.Say("说明：", "Note:"), note));
            blocks.Add(new Bullets(items));
        }
    }

    private Dictionary<string, string> Options(Node? node) => node switch
    {
        MapNode map => telling.Entries(map).ToDictionary(e => e.Key, e => e.Value is ScalarNode s ? Telling.OneLine(s.Text) : NodeText.Describe(e.Value)),
        _ => Telling.Texts(node).Distinct().ToDictionary(o => o, _ => ""),
    };

    private static IEnumerable<string> UsedOptions(Node node, string reading)
    {
        IEnumerable<Node> inside = node switch
        {
            MapNode map => map.Entries.Select(e => e.Value),
            ListNode list => list.Items,
            _ => [],
        };
        IEnumerable<string> own = node is MapNode choice && ReadingUses.ChoiceOf(choice)?.Value is ScalarNode { Text: var id } && id == reading ? ReadingUses.OptionsOf(choice).Select(o => o.Key) : [];
        return own.Concat(inside.SelectMany(n => UsedOptions(n, reading)));
    }

    private void Settings(MapNode root)
    {
        if (telling.Take(root, "settings") is not MapNode settings) return;
        Head("可以改变的设定", "Settings");
        blocks.Add(new Grid("", [telling.Say("名称", "name"), telling.Say("值", "value")],
            [.. telling.Entries(settings).Select(e => new[] { e.Key, NodeText.Describe(e.Value) == "unpublished" ? telling.Say("没有公布", "not published") : telling.Choose(e.Value, NodeText.Describe) })]));
    }

    private void Columns(MapNode root)
    {
        if (telling.Take(root, "columns") is not MapNode columns) return;
        Head("名册中另外的列", "Further roster columns");
        blocks.Add(new Grid("", [telling.Say("列", "column"), telling.Say("是什么", "what it is"), telling.Say("其他表头", "other headers"), telling.Say("空格表示", "an empty cell means")],
            [.. telling.Entries(columns).Select(Column)]));
        blocks.AddRange(amounts.Tables());
    }

    private string[] Column(MapEntry entry)
    {
        string name = names.Column(entry.Key);
        if (entry.Value is not MapNode map) return [name, Type(NodeText.Describe(entry.Value)), "", ""];
        if (ReadingUses.ChoiceOf(map) is not null || DerivedKeys.Any(k => map[k] is not null)) return [name, telling.Say("推算：", "derived: ") + amounts.Amount(map), "", ""];
        return [name, Type(telling.Text(map, "type")), telling.And(Telling.Texts(telling.Take(map, "headers"))), telling.Text(map, "empty")];
    }

    private void Awards(MapNode root)
    {
        if (telling.Take(root, "awards") is not MapNode awards) return;
        Head("奖项", "Awards");
        blocks.Add(new Grid("", [telling.Say("奖项", "award"), telling.Say("级别", "level"), telling.Say("对象", "for"), telling.Say("其他写法", "other spellings"), telling.Say("说明", "note")],
            [.. telling.Entries(awards).Select(e => e.Value is MapNode map
                ? new[] { e.Key, telling.Text(map, "level"), telling.Text(map, "kind"), telling.And(Telling.Texts(telling.Take(map, "aliases"))), telling.Text(map, "note") }
                : [e.Key, "", "", "", ""])]));
    }

    private void Lists(MapNode root, string key, string heading, string between)
    {
        if (telling.Take(root, key) is not MapNode lists) return;
        blocks.Add(new Heading(2, heading));
        string Items(Node node) => telling.Choose(node, n => string.Join(between, n is ListNode list
            ? list.Items.Select(i => i is ListNode rung ? telling.Say($"（{telling.And(Telling.Texts(rung).Select(Name))}，同级）", $"({telling.And(Telling.Texts(rung).Select(Name))}, one rung)") : string.Concat(Telling.Texts(i).Select(Name)))
            : Telling.Texts(n).Select(Name)));
        blocks.Add(new Bullets([.. telling.Entries(lists).Select(e => new Bullet(e.Key + telling.Say("：", ":"), Items(e.Value)))]));
    }

    private string Name(string text) => text.StartsWith('$') ? names.List(text[1..]) : text;

    private string Type(string type) => Types.TryGetValue(type, out var words) ? telling.Say(words.Zh, words.En) : type;

    private void Head(string zh, string en) => blocks.Add(new Heading(2, telling.Say(zh, en)));
}

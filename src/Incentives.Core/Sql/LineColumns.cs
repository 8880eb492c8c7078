using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The columns of a claim line, the same in every part of the script that holds lines.</summary>
internal sealed class LineColumns
{
    private readonly Dialect _dialect;

    /// <summary>The columns of a plan's lines.</summary>
    public LineColumns(BatchPlan plan, Dialect dialect)
    {
        _dialect = dialect;
        string money = dialect.Money, text = dialect.TextType;
        List<(string, string)> all =
        [
            ("ord", "bigint"), ("row_no", "bigint"), ("file", "integer"), ("line", "integer"), ("clause_no", "integer"), ("date", "integer"),
            ("name", text), ("code", text), ("who", text), ("award", text), ("e", money), ("a", money),
            ("live", "integer"), ("hold", "integer"), ("is_open", "integer"), ("taint", "integer"), ("event", "integer"),
            ("decided", text), ("reason", text), ("zeroed", text), ("cut", text), ("reasons", text),
        ];
        foreach ((Column column, int i) in plan.Keep.Keys.Select((c, i) => (c, i))) all.Add((Numbered("k", i), column.Kind == ValueKind.Text ? text : money));
        for (int i = 0; i < plan.Keep.Numbers.Count; i++) all.AddRange([(Numbered("n", i), money), (Numbered("d", i), money)]);
        for (int i = 0; i < plan.Keep.Tests.Count; i++) all.Add((Numbered("t", i), "integer"));
        if (plan.Keep.QuantitySlot >= 0) all.Add(("q", money));
        All = all;
    }

    /// <summary>Name and type of each.</summary>
    public IReadOnlyList<(string Name, string Type)> All { get; }

    /// <summary>All columns of an alias, some of them changed.</summary>
    public string Project(string alias, IReadOnlyDictionary<string, string> changed) => Select(All, name => changed.GetValueOrDefault(name, $"{alias}.{name}"));

    /// <summary>A typed NULL for a column.</summary>
    public string Null(string name) => $"cast(null as {All.First(c => c.Name == name).Type})";

    /// <summary>Columns with what each is given, a few to a line.</summary>
    public static string Select(IReadOnlyList<(string Name, string Type)> columns, Func<string, string> value)
    {
        List<string> lines = [""];
        foreach ((string name, _) in columns)
        {
            string given = value(name);
            string item = given == name || given.EndsWith("." + name, StringComparison.Ordinal) ? given : $"{given} as {name}";
            if (lines[^1].Length + item.Length > 130) lines.Add("");
            lines[^1] += (lines.Count == 1 && lines[0].Length == 0 ? "" : lines[^1].Length == 0 ? "" : " ") + item + ",";
        }

        return string.Join("\n       ", lines).TrimEnd(',');
    }

    private static string Numbered(string letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{letter}{number}");
}

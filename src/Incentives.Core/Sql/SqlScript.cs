using System.Globalization;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The query while it is being written: named parts in their order, and which of them holds the claim lines now.</summary>
internal sealed class SqlScript(BatchPlan plan, Period? period, Dialect dialect, DiagnosticBag bag)
{
    private readonly List<Func<IEnumerable<(string Name, string Sql, string Comment)>>> _parts = [];
    private readonly HashSet<string> _kept = [];

    public BatchPlan Plan => plan;

    /// <summary>The batch's period, or null.</summary>
    public Period? Period => period;

    public Dialect Dialect => dialect;

    public DiagnosticBag Bag => bag;

    /// <summary>What columns are called.</summary>
    public SqlColumns Columns { get; } = new(plan, dialect);

    /// <summary>What a claim line holds.</summary>
    public LineColumns LineColumns { get; } = new(plan, dialect);

    /// <summary>The schemes' own parts.</summary>
    public IReadOnlyList<SchemeSql> Schemes { get; set; } = [];

    /// <summary>Who pays parts of the money, in the order of their columns.</summary>
    public IReadOnlyList<string> Funds => [.. plan.Clauses.SelectMany(c => c.Fund?.Cases ?? []).SelectMany(c => c.Parts).Select(p => p.Fund).Distinct()];

    /// <summary>The part that holds all claim lines now.</summary>
    public string Lines { get; private set; } = "";

    /// <summary>What a scheme's parts begin with.</summary>
    public string Prefix(Scheme scheme) => string.Create(CultureInfo.InvariantCulture, $"s{Position(scheme)}");

    /// <summary>A group key of a line or of a row of a scheme's past.</summary>
    public string Key(Column column, string alias) => column.Name switch
    {
        "recipient" => $"{alias}.who",
        "award" when column == plan.Standard("award") => $"{alias}.award",
        _ => string.Create(CultureInfo.InvariantCulture, $"{alias}.k{plan.Keep.KeySlot(column)}"),
    };

    /// <summary>Adds a part.</summary>
    public void Add(string name, string sql, string comment = "") => _parts.Add(() => [(name, sql, comment)]);

    /// <summary>Says that a part is worked out once, however often its columns are named behind it.</summary>
    public void Keep(string name) => _kept.Add(name);

    /// <summary>Adds parts whose text is only known at the end, once it is known which columns are read.</summary>
    public void AddLater(Func<IEnumerable<(string Name, string Sql, string Comment)>> parts) => _parts.Add(parts);

    /// <summary>Adds a part that holds all claim lines from here on.</summary>
    public void AddLines(string name, string sql, string comment = "")
    {
        Add(name, sql, comment);
        Lines = name;
    }

    /// <summary>Adds a part with all claim lines, of which some columns change.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="from">What stands behind FROM; the lines are called <c>l</c>.</param>
    /// <param name="changed">The expression of each column that changes.</param>
    /// <param name="comment">What it does.</param>
    public void Change(string name, string from, IReadOnlyDictionary<string, string> changed, string comment = "") =>
        AddLines(name, $"select {LineColumns.Project("l", changed)}\nfrom {from}", comment);

    /// <summary>The statements: all parts, and what is selected in the end.</summary>
    public SqlStatements Statements(string select)
    {
        SqlPart[] parts = [.. _parts.SelectMany(p => p()).Select(p => new SqlPart(p.Name, p.Sql, p.Comment, _kept.Contains(p.Name)))];
        return dialect.KeepsParts ? new SqlStatements("", With(parts, select), "") : PartTables.Write(dialect, parts, With, select);
    }

    private string With(IReadOnlyList<SqlPart> parts, string select)
    {
        if (parts.Count == 0) return select;
        IEnumerable<string> all = parts.Select(p => $"{Comment(p.Comment)}{p.Name} as {(p.IsKept ? dialect.Kept : "")}(\n  {p.Sql.Replace("\n", "\n  ", StringComparison.Ordinal)}\n)");
        return $"with\n{string.Join(",\n\n", all)}\n\n{select}";
    }

    /// <summary>A comment, whatever characters it holds.</summary>
    public static string Comment(string comment) =>
        comment.Length == 0 ? "" : string.Concat(comment.Split('\n').Select(line => $"-- {new string([.. line.Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029'))])}\n"));

    private int Position(Scheme scheme)
    {
        for (int i = 0; i < plan.Schemes.Count; i++)
        {
            if (plan.Schemes[i] == scheme) return i + 1;
        }

        throw new InvalidOperationException($"{scheme.Id} is not of the plan");
    }
}

/// <summary>A named part of a query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sql">The query it stands for.</param>
/// <param name="Comment">What it does.</param>
/// <param name="IsKept">Whether it is worked out once, however often its columns are named behind it.</param>
internal sealed record SqlPart(string Name, string Sql, string Comment, bool IsKept);

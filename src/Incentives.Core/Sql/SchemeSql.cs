using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The roster and the history as one scheme sees them: awards by its own names, derived columns worked out.</summary>
internal sealed class SchemeSql
{
    private static readonly string[] PastColumns = ["date", "scheme", "clause", "paid", "quantity"];

    private readonly SqlScript _script;
    private readonly Layers _rows = new("own_"), _past = new("own_");
    private readonly TableCells _cells, _pastCells;
    private readonly bool _hasVersions;
    private IReadOnlyList<(string Spelling, string Award, string? Level, string? Kind)>? _names;

    /// <summary>Begins a scheme's parts; what they hold is settled when all that read them are written.</summary>
    public SchemeSql(SqlScript script, Scheme scheme)
    {
        _script = script;
        Scheme = scheme;
        Name = script.Prefix(scheme);
        _cells = new TableCells(script, _rows, isHistory: false);
        _pastCells = new TableCells(script, _past, isHistory: true);
        _hasVersions = script.Plan.Schemes.Count(s => s.Policy == scheme.Policy) > 1;
        script.AddLater(Awards);
        script.AddLater(Rows);
    }

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>The part that holds the rows as the scheme sees them.</summary>
    public string Name { get; }

    /// <summary>Cells for queries over <see cref="Name"/>.</summary>
    public SqlCells Cells => _cells.Behind;

    /// <summary>Whether the scheme is in force on a row's date: true, false, or NULL where nobody can say; null when it always is.</summary>
    public string? InForce()
    {
        Period effective = Scheme.Effective;
        if (effective == Period.Always && !_hasVersions) return null;
        SqlCells cells = Cells;
        string first = cells[Scheme.VersionBy].Num.Text;
        string sql = Contains(effective, first);
        if (cells.LastDay(Scheme.VersionBy) is { } last && effective != Period.Always) sql = $"case when ({sql}) = ({Contains(effective, last)}) then ({sql}) end";
        return _hasVersions ? sql : $"({first} is null or {sql})";
    }

    /// <summary>Adds the scheme's history, with the keys and tests of its group operations.</summary>
    public void WritePast()
    {
        string name = Name + "_past";
        BatchPlan plan = _script.Plan;
        SqlCells cells = _pastCells.Behind;
        List<(string, string)> columns = [];
        HashSet<Column> keys = [.. SchemeKeys.Of(Scheme)];
        for (int i = 0; i < plan.Keep.Keys.Count; i++)
        {
            Column key = plan.Keep.Keys[i];
            columns.Add(($"k{i}", keys.Contains(key) || key.Derived is null ? (key.Kind == ValueKind.Text ? cells[key].Num.Text : _script.Dialect.Cast(cells[key].Num.Text)) : _script.LineColumns.Null($"k{i}")));
        }

        HashSet<int> tests = [.. Scheme.Groups.Select(g => g.CountedBit)];
        for (int i = 0; i < plan.Keep.Tests.Count; i++)
            columns.Add(($"t{i}", tests.Contains(i) && new TestSql(_script, cells).One(plan.Keep.Tests[i]) is { } test ? $"case when {test.Sql} then 1 else 0 end" : "0"));
        string[] read = [.. PastColumns.Select(c => _script.Columns.OfHistory(plan.Standard(c)))];
        string units = _script.Dialect.Divide(read[4], Dialect.Digits(SqlCells.Millionths.Constant!.Value));
        string zero = _script.Dialect.Number(0), one = _script.Dialect.Number(1);
        // Conditions and keys look at the row as it was written; only its award is then given the scheme's name.
        string rows = $"""
            select seq, name, code, award, coalesce({read[0]}, 0) as date, {read[1]} as scheme, {read[2]} as clause,
                   coalesce({read[3]}, {zero}) as paid, coalesce({units}, {one}) as quantity{string.Concat(columns.Select(c => $",\n       {c.Item2} as {c.Item1}"))}
            """;
        string kept = string.Concat(columns.Select(c => $", h.{c.Item1}"));
        _script.AddLater(() => Past(name, rows, kept));
    }

    private IEnumerable<(string, string, string)> Past(string name, string rows, string kept)
    {
        string source = "history";
        if (_past.Count > 0)
        {
            foreach (var layer in _past.Write(name + "_own", "h.*", "history h", _script.Dialect.Quote))
            {
                _script.Keep(source = layer.Name);
                yield return (layer.Name, layer.Sql, "");
            }
        }

        yield return (name + "_rows", $"{rows}\nfrom {source}", "");
        string join = HasNames ? $"\nleft join {Name}_awards n on n.spelling = h.award" : "";
        yield return (name, $"""
            select h.seq, w.who, h.name, h.code, {Canonical("h.award")} as award, h.date, h.scheme, h.clause, h.paid, h.quantity{kept}
            from {name}_rows h
            left join past_identities w on w.seq = h.seq{join}
            """, $"{Scheme.Id}: the history in its own names");
    }

    private bool HasNames => Names().Count > 0;

    private string Canonical(string award) => HasNames ? $"coalesce(n.award, {award})" : award;

    private IReadOnlyList<(string Spelling, string Award, string? Level, string? Kind)> Names() => _names ??= [.. Spellings()];

    // Spellings that mean another name, and awards of which a level or kind is known.
    private IEnumerable<(string Spelling, string Award, string? Level, string? Kind)> Spellings()
    {
        Symbols symbols = _script.Plan.Symbols;
        IReadOnlySet<int>? meant = SchemeAwards.Of(Scheme, _script.Plan.Standard("award"));
        foreach (int spelling in Scheme.Names.Awards.Keys.Union(Scheme.Names.Facts.Keys).OrderBy(symbols.Name, StringComparer.Ordinal))
        {
            int award = Scheme.Names.Canonical(spelling);
            if (meant is not null && !meant.Contains(award)) continue;
            AwardFacts? facts = Scheme.Names.Facts.GetValueOrDefault(award);
            if (spelling == award && facts is null or { LevelSymbol: 0, KindSymbol: 0 }) continue;
            yield return (symbols.Name(spelling), symbols.Name(award), Known(facts?.LevelSymbol ?? 0), Known(facts?.KindSymbol ?? 0));
        }

        string? Known(int symbol) => symbol == 0 ? null : symbols.Name(symbol);
    }

    private IEnumerable<(string, string, string)> Awards()
    {
        if (!HasNames) yield break;
        Dialect d = _script.Dialect;
        string Text(string? text) => text is null ? $"cast(null as {d.TextType})" : d.Text(text);
        string values = string.Join(",\n  ", Names().Select(n => $"({d.Text(n.Spelling)}, {d.Text(n.Award)}, {Text(n.Level)}, {Text(n.Kind)})"));
        yield return ($"{Name}_awards", $"select * from (values\n  {values}\n) as n(spelling, award, level, kind)", $"{Scheme.Id}: other spellings of its awards, and what their names say of level and kind");
    }

    private IEnumerable<(string, string, string)> Rows()
    {
        Column level = _script.Plan.Standard("level"), kind = _script.Plan.Standard("recipient-kind");
        List<string> columns = ["r.row_no", "r.file", "r.line", "r.name", "r.code", "r.award as spelling", $"{Canonical("r.award")} as award"];
        foreach (Column column in _script.Columns.Roster)
        {
            string name = _script.Columns.Of(column);
            columns.Add(HasNames && column == level ? $"coalesce(r.{name}, n.level) as {name}" : HasNames && column == kind ? $"coalesce(r.{name}, n.kind) as {name}" : $"r.{name}");
            if (column.Kind == ValueKind.Date) columns.Add($"r.{_script.Columns.LastDay(column)}");
        }

        string join = HasNames ? $"\nleft join {Name}_awards n on n.spelling = r.award" : "";
        string title = $"{Scheme.Id} {Scheme.Title}: the rows as it sees them";
        if (_rows.Count == 0)
        {
            yield return (Name, $"select {string.Join(", ", columns)}\nfrom roster r{join}\nwhere r.problem is null", title);
            yield break;
        }

        yield return (Name + "_read", $"select {string.Join(", ", columns)}\nfrom roster r{join}\nwhere r.problem is null", title);
        foreach (var layer in _rows.Write(Name, "r.*", Name + "_read r", _script.Dialect.Quote))
        {
            _script.Keep(layer.Name);
            yield return (layer.Name, layer.Sql, layer.Name == Name ? $"{Scheme.Id}: with its derived columns" : "");
        }
    }

    private static string Contains(Period period, string day) => period switch
    {
        { First: 0, Last: 99991231 } => $"{day} = {day}",
        { First: 0 } => $"{day} <= {period.Last}",
        { Last: 99991231 } => $"{day} >= {period.First}",
        _ => $"{day} between {period.First} and {period.Last}",
    };
}

using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>What all group operations have in common in SQL: who takes part, by which keys, in which order, and what history belongs to a group.</summary>
internal sealed class SqlGroup
{
    private readonly List<(string OfLine, string OfPast, string Code)> _keys = [];
    private readonly Grouping _grouping;
    private readonly bool _isPerRow;

    /// <summary>Prepares for one operation.</summary>
    public SqlGroup(SqlScript script, Scheme scheme, GroupOperation operation, int number)
    {
        Script = script;
        Scheme = scheme;
        Operation = operation;
        Number = number;
        _grouping = operation.Grouping;
        _isPerRow = _grouping.IsPerRow || operation is OverlapOperation { IsPerRow: true };
        if (_isPerRow) _keys.Add(("l.row_no", "", ""));
        else Keyed();
    }

    public SqlScript Script { get; }

    public Dialect Dialect => Script.Dialect;

    public Scheme Scheme { get; }

    public GroupOperation Operation { get; }

    /// <summary>Position in the order of operations.</summary>
    public int Number { get; }

    /// <summary>What stands before the script's text for the operation.</summary>
    public string Comment => string.Join(" ", new[] { Operation.Word, Operation.Cite }.Where(p => p.Length > 0));

    /// <summary>The name of a part of the operation.</summary>
    public string Name(string part = "") => string.Create(CultureInfo.InvariantCulture, $"g{Number}_{Operation.Word}{(part.Length == 0 ? "" : "_")}{part}");

    /// <summary>Whether lines can lack a key.</summary>
    public bool CanLackKeys => _keys.Any(k => k.Code.Length > 0) && Operation is not LimitOperation { Cut: Cut.Report };

    /// <summary>Writes what the operation leaves of the lines, from a part with the alias <c>l</c>.</summary>
    public void Finish(string part, IReadOnlyDictionary<string, string> changed, string comment)
    {
        Script.Change(Name(), $"{Name(part)} l", changed, comment);
        Script.Keep(Name());
    }

    /// <summary>Which lines the rule is about and counts, whether or not they are live.</summary>
    public string IsMeant() => Operation.CountedBit < 0 ? IsAmong() : string.Create(CultureInfo.InvariantCulture, $"{IsAmong()} and l.t{Operation.CountedBit} = 1");

    /// <summary>Which lines the rule names; a condition in brackets or a single one.</summary>
    public string IsAmong()
    {
        LineSet among = Operation.Among;
        List<string> parts = [];
        if (among.Clauses.Count > 0) parts.Add($"l.clause_no in ({string.Join(", ", among.Clauses.Order())})");
        int[] others = [.. Scheme.Clauses.Select(c => c.Index).Where(i => !among.Clauses.Contains(i))];
        if (among.Awards.Count > 0 && others.Length > 0) parts.Add($"(l.clause_no in ({string.Join(", ", others)}) and l.award in ({Awards(among.Awards)}))");
        return parts.Count switch { 0 => "1 = 0", 1 => parts[0], _ => $"({string.Join(" or ", parts)})" };
    }

    /// <summary>Whether a line has all its keys.</summary>
    public string HasKeys() => _isPerRow || _keys.Count == 0 ? "1 = 1" : string.Join(" and ", _keys.Where(k => k.Code.Length > 0).Select(k => $"{k.OfLine} is not null"));

    /// <summary>The code of the first key that a line lacks; NULL for none.</summary>
    public string LackingCode() => $"case {string.Concat(_keys.Where(k => k.Code.Length > 0).Select(k => $"when {k.OfLine} is null then {k.Code} "))}end";

    /// <summary>The keys as columns of a select list over lines: <c>g1</c>, <c>g2</c> ...; begins with a comma.</summary>
    public string KeyColumns() => string.Concat(_keys.Select((k, i) => string.Create(CultureInfo.InvariantCulture, $", {k.OfLine} as g{i + 1}")));

    /// <summary>What a window is partitioned by: what is given, then the keys.</summary>
    public string Partition(params IEnumerable<string> first) => string.Join(", ", [.. first, .. Keys("l")]);

    /// <summary>Equality of the keys of two tables; begins with <c>and</c>.</summary>
    public string SameKeys(string a, string b) => string.Concat(Keys(a).Zip(Keys(b)).Select(p => $" and {p.First} = {p.Second}"));

    /// <summary>The names of the keys.</summary>
    public IEnumerable<string> Keys(string alias) => Enumerable.Range(1, _keys.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{alias}.g{i}"));

    /// <summary>Some awards as literals.</summary>
    public string Awards(IEnumerable<int> awards) => string.Join(", ", awards.Select(Script.Plan.Symbols.Name).Order(StringComparer.Ordinal).Select(Dialect.Text));

    /// <summary>A text of the scheme as its normalised literal.</summary>
    public string Normal(string text) => Dialect.Text(Rosters.NameNormalizer.Normalize(text));

    /// <summary>Whether the operation looks at history at all.</summary>
    public bool HasHistory => !_isPerRow && !(_grouping.Within.Kind == WithinKind.Period && Script.Period is null);

    /// <summary>
    /// Writes the history that belongs to the operation's groups, as CTE <c>past</c>: all columns of the scheme's history and the keys.
    /// </summary>
    /// <param name="belongs">Which of it counts; an expression over <c>p</c>.</param>
    public void Past(string belongs)
    {
        List<string> conditions = [.. _keys.Select(k => $"{k.OfPast} is not null")];
        if (Operation.CountedBit >= 0) conditions.Add(string.Create(CultureInfo.InvariantCulture, $"p.t{Operation.CountedBit} = 1"));
        if (Reach() is { } reach) conditions.Add(string.Create(CultureInfo.InvariantCulture, $"p.date between {reach.First} and {reach.Last}"));
        if (belongs.Length > 0) conditions.Add(belongs);
        string keys = string.Concat(_keys.Select((k, i) => string.Create(CultureInfo.InvariantCulture, $", {k.OfPast} as g{i + 1}")));
        Script.Add(Name("past"), $"select p.*{keys}\nfrom {Script.Prefix(Scheme)}_past p{(conditions.Count == 0 ? "" : $"\nwhere {string.Join("\n  and ", conditions)}")}", $"{Comment}: the history that counts");
    }

    /// <summary>Writes the net of <paramref name="sum"/> by group, as CTE <c>net</c>: added in posting order, and never below 0 on the way.</summary>
    public void Net(string sum)
    {
        string over = string.Join(", ", Keys("p"));
        string partition = over.Length == 0 ? "" : $"partition by {over} ";
        Script.Add(Name("run"), $"select p.*, {sum} as x, sum({sum}) over ({partition}order by p.seq rows between unbounded preceding and current row) as c\nfrom {Name("past")} p");
        string keys = over.Length == 0 ? "" : over + ", ";
        Script.Add(Name("net"), $"select {keys}coalesce(sum(p.x) - least(min(p.c), 0), 0) as net\nfrom {Name("run")} p{(over.Length == 0 ? "" : $"\ngroup by {over}")}", "money back never makes room beyond what was paid");
    }

    /// <summary>The last day of the operation's window that begins with a day; a day that is not known (0, or 9999-12-31) never ends.</summary>
    public string Until(string day) => $"case when {day} in (0, 99991231) then 99991231 else {SqlDates.Plus(Dialect, day, _grouping.Within.Back)} end";

    /// <summary>The join of lines <c>l</c> with the net of their group <c>h</c>.</summary>
    public string JoinNet() => _keys.Count == 0 ? $"cross join {Name("net")} h" : $"left join {Name("net")} h on l.part = 1{SameKeys("h", "l")}";

    private Period? Reach() => _grouping.Within.Kind switch
    {
        WithinKind.Period => Script.Period,
        WithinKind.Effective => Scheme.Effective,
        _ => null,
    };

    private void Keyed()
    {
        foreach (Column column in _grouping.Columns)
        {
            Reason lacking = column.Name == "recipient" ? Reason.IdentityDoubtful : Reason.MissingValue;
            _keys.Add((Script.Key(column, "l"), Script.Key(column, "p"), lacking.Literal()));
        }

        string missing = Reason.MissingValue.Literal();
        if (_grouping.Within.Column is { } within) _keys.Add((Script.Key(within, "l"), Script.Key(within, "p"), missing));
        if (_grouping.Within.Kind != WithinKind.Year) return;
        // A row without a date belongs to the year of the batch, where that is one year.
        string otherwise = Script.Period is { } period && period.First / 10000 == period.Last / 10000 ? string.Create(CultureInfo.InvariantCulture, $"else {Dialect.Number(period.First / 10000)} ") : "";
        _keys.Add(($"case when l.date < 99991231 then {Dialect.Divide("l.date", "10000")} {otherwise}end", Dialect.Divide("p.date", "10000"), missing));
    }
}

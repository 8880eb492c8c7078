using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Compilation;

/// <summary>All columns of a batch. Standard columns and declared ones of the same name and type are shared by the schemes.</summary>
internal sealed class ColumnTable
{
    private readonly List<Column> _all = [];
    private readonly Dictionary<(string Scheme, string Name), Column> _byName = [];

    /// <summary>A table that holds the standard columns.</summary>
    public ColumnTable()
    {
        foreach (ColumnSpec spec in StandardColumns.All)
        {
            string name = Canonical(spec.Name);
            _byName[("", name)] = Add(name, KindOf(spec.Kind), spec.Headers, Diagnostics.Place.Nowhere);
        }
    }

    /// <summary>What a row without a recipient is called, where a scheme pays lists that name nobody; null where such a row is rejected.</summary>
    public string? Unnamed { get; set; }

    /// <summary>All columns, by slot.</summary>
    public IReadOnlyList<Column> All => _all;

    /// <summary>A standard column.</summary>
    public Column Standard(string name) => _byName[("", name)];

    /// <summary>A column as one scheme sees it, or null.</summary>
    public Column? Find(string scheme, string name)
    {
        string canonical = Canonical(name);
        return _byName.GetValueOrDefault((scheme, canonical)) ?? _byName.GetValueOrDefault(("", canonical));
    }

    /// <summary>The names one scheme may use.</summary>
    public IEnumerable<string> Names(string scheme) => _byName.Keys.Where(k => k.Scheme.Length == 0 || k.Scheme == scheme).Select(k => k.Name);

    /// <summary>Adds a roster column for a scheme; one of the same name and type is shared.</summary>
    public Column Declare(string scheme, string name, ValueKind kind, IReadOnlyList<string> headers, Diagnostics.Place place)
    {
        Column? same = _all.FirstOrDefault(c => c.Name == name && c.Kind == kind && c.Derived is null && !IsStandard(c));
        Column column = same ?? Add(name, kind, [], place);
        Claim(column, headers);
        return _byName[(scheme, name)] = column;
    }

    /// <summary>Adds a derived column, which belongs to its scheme alone.</summary>
    public Column Derive(string scheme, string name, Expr expr, Diagnostics.Place place)
    {
        Column column = Add(name, expr.Kind, [], place);
        column.Derived = expr;
        column.IsWhole |= expr.Kind == ValueKind.Number && IsWhole(expr);
        return _byName[(scheme, name)] = column;
    }

    /// <summary>Gives a column more headers; a standard column that would accept one of them no longer does.</summary>
    public void Claim(Column column, IReadOnlyList<string> headers)
    {
        foreach (Column other in _all.Where(c => c != column && IsStandard(c))) other.Headers = [.. other.Headers.Except(headers)];
        column.Headers = [.. column.Headers.Union(headers)];
    }

    /// <summary>The columns to look for in a roster.</summary>
    public IEnumerable<Column> OfRoster() => _all.Where(c => c.Derived is null);

    /// <summary>Whether a column is one of DESIGN's fixed ones.</summary>
    public bool IsStandard(Column column) => _byName.TryGetValue(("", column.Name), out Column? standard) && standard == column;

    // Whole numbers stay whole unless they are divided. A bare 0 is of any kind.
    private static bool IsWhole(Expr expr) => expr switch
    {
        ConstantExpr constant => constant.Value.Sign == 0 || constant is { Kind: ValueKind.Number, Value.IsWhole: true },
        ColumnExpr or DefaultedExpr => expr.Reads!.IsWhole,
        BinaryExpr { Operator: Operator.Divide } => false,
        BinaryExpr or ExtremeExpr or TableExpr => expr.Parts.All(IsWhole),
        _ => false,
    };

    private static string Canonical(string name) => name.Replace('_', '-');

    private static ValueKind KindOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Money => ValueKind.Money,
        ColumnKind.Number or ColumnKind.Count or ColumnKind.Ratio => ValueKind.Number,
        ColumnKind.Date => ValueKind.Date,
        ColumnKind.Year => ValueKind.Year,
        ColumnKind.Flag => ValueKind.Flag,
        _ => ValueKind.Text,
    };

    private Column Add(string name, ValueKind kind, IReadOnlyList<string> headers, Diagnostics.Place place)
    {
        Column column = new() { Slot = _all.Count, Name = name, Kind = kind, Headers = headers, Declared = place, IsWhole = kind == ValueKind.Year || name is "rank" or "quantity" };
        _all.Add(column);
        return column;
    }
}

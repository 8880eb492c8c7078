using Incentives.Core.Diagnostics;

namespace Incentives.Core.Rosters;

/// <summary>Which field of one file holds which column.</summary>
internal sealed class HeaderBinding
{
    private HeaderBinding(IReadOnlyList<BoundColumn> columns, IReadOnlyList<string> extraHeaders)
    {
        Columns = columns;
        ExtraHeaders = extraHeaders;
    }

    /// <summary>The wanted columns, in the order they were asked for.</summary>
    public IReadOnlyList<BoundColumn> Columns { get; }

    /// <summary>Headers of the file that no wanted column has.</summary>
    public IReadOnlyList<string> ExtraHeaders { get; }

    /// <summary>A wanted column by its canonical name, <c>-</c> and <c>_</c> being the same; with index -1 when it was not asked for either.</summary>
    public BoundColumn this[string name]
    {
        get
        {
            string key = HeaderName.Normalize(name);
            foreach (BoundColumn column in Columns)
            {
                if (HeaderName.Normalize(column.Spec.Name) == key) return column;
            }

            return new BoundColumn(new ColumnSpec(name, [], ColumnKind.Text), -1, MoneyUnit.Yuan);
        }
    }

    /// <summary>Binds a file's headers. Mistakes go to <paramref name="bag"/>; a column with one is bound to the first field that fits.</summary>
    public static HeaderBinding Bind(RosterFile file, IReadOnlyList<ColumnSpec> wanted, DiagnosticBag bag)
    {
        (string Name, string Whole, MoneyUnit? Unit)[] headers = [.. file.Headers.Select(HeaderName.Split)];
        bool[] used = new bool[headers.Length];
        List<BoundColumn> columns = [];
        Place place = new(file.Name, file.HeaderLine);
        foreach (ColumnSpec column in wanted)
        {
            int[] fields = [.. Enumerable.Range(0, headers.Length).Where(i => Fits(column, headers[i].Name, headers[i].Whole))];
            foreach (int field in fields) used[field] = true;
            if (fields.Length > 1) bag.Add(RosterMessages.ColumnTwice(place, column, fields[0] + 1, file.Headers[fields[0]], fields[1] + 1, file.Headers[fields[1]]));
            columns.Add(fields.Length == 0
                ? new BoundColumn(column, -1, MoneyUnit.Yuan)
                : new BoundColumn(column, fields[0], headers[fields[0]].Unit ?? MoneyUnit.Yuan));
        }

        List<string> extra = [.. file.Headers.Where((header, i) => !used[i] && header.Length > 0)];
        if (columns.TrueForAll(c => !c.IsPresent)) bag.Add(RosterMessages.NoHeader(place, extra, wanted));
        else if (extra.Count > 0) bag.Add(RosterMessages.ExtraColumns(place, extra));
        return new HeaderBinding(columns, extra);
    }

    private static bool Fits(ColumnSpec column, string name, string whole) =>
        whole.Length > 0 && (HeaderName.Names(column, whole) || HeaderName.Names(column, name));
}

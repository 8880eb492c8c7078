using Incentives.Core.Diagnostics;

namespace Incentives.Core.Pages;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnRole
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, to the right.</summary>
    Number,

    /// <summary>One of a few words: rows can be chosen by it.</summary>
    Choice,

    /// <summary>A short name of a row.</summary>
    Id,

    /// <summary>A code of many characters, in a narrow type.</summary>
    Code,
}

/// <summary>A column of a table.</summary>
internal sealed record TableColumn(string Title, ColumnRole Role = ColumnRole.Text);

/// <summary>A row of a table.</summary>
/// <param name="Cells">As many texts as there are columns.</param>
/// <param name="Paint">Marks the row; null for none.</param>
internal sealed record TableRow(IReadOnlyList<string> Cells, Paint? Paint = null);

/// <summary>A table that a reader can sort and filter where the page's script runs; without it, a table.</summary>
/// <param name="Id">Anchor, in ASCII.</param>
/// <param name="Title">What it holds.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, in order.</param>
/// <param name="Note">What was left out; empty when nothing was.</param>
/// <param name="IsFolded">Whether it stands folded until it is asked for.</param>
internal sealed record DataTable(string Id, string Title, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, string Note = "", bool IsFolded = false) : Block
{
    private static readonly string[] Classes = ["", "num", "choice", "id", "code"];

    /// <inheritdoc/>
    public override void Write(Html html, Language language)
    {
        bool isChinese = language == Language.Chinese;
        if (IsFolded) html.Open("details").Open("summary").Text(isChinese ? $"{Title}（{Rows.Count:N0} 行）" : $"{Title} ({Rows.Count:N0} rows)").CloseLine();
        if (Note.Length > 0) html.Open("p", ("class", "notice")).Text(Note).CloseLine();
        html.Open("div", ("class", "sheet"), ("id", Id)).Open("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", Title)).Raw("\n");
        html.Open("table").Open("caption").Text(Title).Close().Open("thead").Open("tr");
        foreach (TableColumn column in Columns) html.Open("th", ("scope", "col"), ("class", Class(column))).Text(column.Title).Close();
        html.Close().CloseLine().Open("tbody").Raw("\n");
        foreach (TableRow row in Rows)
        {
            html.Open("tr", ("class", row.Paint?.Class()));
            for (int i = 0; i < Columns.Count; i++)
                html.Open("td", ("class", Class(Columns[i])), ("data-label", Columns[i].Title)).Text(row.Cells[i]).Close();
            html.CloseLine();
        }

        html.Close().Close().Close().CloseLine();
        if (IsFolded) html.CloseLine();
    }

    private static string? Class(TableColumn column) => column.Role == ColumnRole.Text ? null : Classes[(int)column.Role];
}

using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Rosters;

namespace Incentives.Core.Reports.Audit;

/// <summary>One line of a list that was paid. Texts are as written, trimmed; empty where the list says nothing.</summary>
/// <param name="At">Its physical line, from 1.</param>
/// <param name="Roster">The roster it names.</param>
/// <param name="RosterLine">The roster's line it names; 0 for none.</param>
/// <param name="Id">The roster's id.</param>
/// <param name="Code">Identity code.</param>
/// <param name="Name">Who was paid.</param>
/// <param name="Award">What for.</param>
/// <param name="Subject">The product, patent or the like.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Fen">How much.</param>
internal sealed record PaidLine(int At, string Roster, int RosterLine, string Id, string Code, string Name, string Award, string Subject, string Clause, long Fen)
{
    /// <summary>The line as people would name it.</summary>
    public string Who => string.Join(' ', new[] { Id, Name.Length > 0 ? Name : Code, Award, Subject }.Where(t => t.Length > 0));
}

/// <summary>A list that was really paid: CSV or workbook, with its own headers, in yuan or 万元. Rows of sums and rows without an amount are left out.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Unreadable">Lines whose amount cannot be read.</param>
internal sealed record PaidList(string Name, IReadOnlyList<PaidLine> Lines, IReadOnlyList<Diagnostic> Unreadable)
{
    /// <summary>Reads a list; null after reporting why it cannot be used.</summary>
    public static PaidList? Read(string path, DiagnosticBag bag)
    {
        DiagnosticBag said = new();
        using RosterFile? file = RosterFile.Open(path, Path.GetFileName(path), said);
        // A unit that a title states counts here, so the warning that rosters give about it would mislead.
        foreach (Diagnostic d in said.Sorted().Where(d => !RosterMessages.IsUnitInTitle(d))) bag.Add(d);
        if (file is null || PaidColumns.Of(file, bag) is not { } columns) return null;
        List<PaidLine> lines = [];
        List<Diagnostic> unreadable = [];
        using CsvReader reader = file.CreateReader();
        while (reader.Read())
        {
            string Text(int field) => field < 0 || field >= reader.FieldCount ? "" : reader.GetString(field).Trim();
            if (columns.Amount >= reader.FieldCount || Cells.IsBlank(reader.GetSpan(columns.Amount)) || IsTotal(reader, columns)) continue;
            int at = (int)reader.LineNumber;
            if (!Cells.TryMoney(reader.GetSpan(columns.Amount), columns.UnitFen, out Rational fen) || !fen.IsWhole)
            {
                unreadable.Add(AuditMessages.AmountUnreadable(new Place(file.Name, at), Text(columns.Amount)));
                continue;
            }

            _ = int.TryParse(Text(columns.Line), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int rosterLine);
            lines.Add(new PaidLine(
                at, Text(columns.Roster), rosterLine, Text(columns.Id), Text(columns.Code), Text(columns.Name), Text(columns.Award), Text(columns.Subject), Text(columns.Clause), (long)fen.Numerator));
        }

        return new PaidList(file.Name, lines, unreadable);
    }

    // A sum says so in the first filled cell, or where a name or id should stand.
    private static bool IsTotal(CsvReader reader, PaidColumns columns)
    {
        int first = 0;
        while (first < reader.FieldCount && Cells.IsBlank(reader.GetSpan(first))) first++;
        foreach (int field in (ReadOnlySpan<int>)[first, columns.Id, columns.Name, columns.Code, columns.Award])
        {
            if (field >= 0 && field < reader.FieldCount && field != columns.Amount && Cells.IsTotalRow(reader.GetSpan(field))) return true;
        }

        return false;
    }
}

using System.Globalization;
using Incentives.Core.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Incentives.Core.Ledger;

/// <summary>Rows of the tables to records and back.</summary>
internal static class LedgerTables
{
    private static readonly string ItemColumns = string.Join(", ", LedgerItem.Columns) + ", posted, hash";

    /// <summary>All batches, in order.</summary>
    public static List<LedgerBatch> Batches(this LedgerFile file) => file.Query("SELECT number, kind, run, corrects, rows, posted FROM batches ORDER BY number", Batch);

    /// <summary>A batch, or null.</summary>
    public static LedgerBatch? Batch(this LedgerFile file, long number) =>
        file.Query("SELECT number, kind, run, corrects, rows, posted FROM batches WHERE number = $number", Batch, ("$number", number)).FirstOrDefault();

    /// <summary>A posted batch; null after reporting that there is none.</summary>
    public static LedgerBatch? Posted(this LedgerFile file, long number, DiagnosticBag bag)
    {
        LedgerBatch? batch = file.Batch(number);
        if (batch is null) bag.Add(LedgerMessages.NoSuchBatch(number, file.Number("SELECT count(*) FROM batches")));
        else if (batch.Posted == 0) bag.Add(LedgerMessages.NotPosted(number));
        return batch is { Posted: > 0 } ? batch : null;
    }

    /// <summary>The rows of a batch, in order.</summary>
    public static List<LedgerItem> Items(this LedgerFile file, long batch) => file.Query($"SELECT {ItemColumns} FROM items WHERE batch = $batch ORDER BY row", Item, ("$batch", batch));

    /// <summary>All posted rows in posting order.</summary>
    public static List<LedgerItem> PostedItems(this LedgerFile file) => file.Query($"SELECT {ItemColumns} FROM items WHERE posted > 0 ORDER BY posted, row", Item);

    /// <summary>All actions, in order.</summary>
    public static List<LedgerAction> Actions(this LedgerFile file) =>
        file.Query("SELECT number, action, batch, person, person_key, at, reason, content, previous, hash FROM actions ORDER BY number", Action);

    /// <summary>Adds a batch with its rows, which get their numbers and hashes.</summary>
    public static IReadOnlyList<LedgerItem> Add(this LedgerFile file, LedgerBatch batch, IEnumerable<LedgerItem> items)
    {
        List<LedgerItem> numbered = [.. items.Select((item, i) => item with { Batch = batch.Number, Row = i + 1, Posted = 0 })];
        for (int i = 0; i < numbered.Count; i++) numbered[i] = numbered[i] with { Hash = LedgerHash.Item(numbered[i]) };
        file.Insert(batch with { Posted = 0 });
        file.Insert(numbered);
        return numbered;
    }

    /// <summary>Writes a batch as it is.</summary>
    public static void Insert(this LedgerFile file, LedgerBatch batch) =>
        file.Execute("INSERT INTO batches (number, kind, run, corrects, rows, posted) VALUES ($number, $kind, $run, $corrects, $rows, $posted)",
            ("$number", batch.Number), ("$kind", batch.Kind), ("$run", batch.Run), ("$corrects", batch.Corrects), ("$rows", batch.Rows), ("$posted", batch.Posted));

    /// <summary>Writes rows as they are.</summary>
    public static void Insert(this LedgerFile file, IEnumerable<LedgerItem> items)
    {
        string[] columns = [.. LedgerItem.Columns, "posted", "hash"];
        using SqliteCommand command = file.Command($"INSERT INTO items ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})");
        SqliteParameter[] parameters = [.. columns.Select(c => command.Parameters.AddWithValue("$" + c, ""))];
        foreach (LedgerItem item in items)
        {
            string[] fields = [.. item.Fields(), item.Posted.ToString(CultureInfo.InvariantCulture), item.Hash];
            for (int i = 0; i < fields.Length; i++) parameters[i].Value = fields[i];
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Writes an action as it is.</summary>
    public static void Insert(this LedgerFile file, LedgerAction action) =>
        file.Execute("INSERT INTO actions (number, action, batch, person, person_key, at, reason, content, previous, hash) VALUES ($number, $action, $batch, $person, $key, $at, $reason, $content, $previous, $hash)",
            ("$number", action.Number), ("$action", action.Action), ("$batch", action.Batch), ("$person", action.By), ("$key", action.ByKey), ("$at", action.At),
            ("$reason", action.Reason), ("$content", action.Content), ("$previous", action.Previous), ("$hash", action.Hash));

    private static LedgerBatch Batch(SqliteDataReader r) => new(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5));

    private static LedgerAction Action(SqliteDataReader r) =>
        new(r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9));

    private static LedgerItem Item(SqliteDataReader r) => FromFields(i => r.GetString(i), i => r.GetInt64(i));

    /// <summary>A row from its fields in the order of <see cref="LedgerItem.Columns"/>, then posted and hash.</summary>
    public static LedgerItem FromFields(Func<int, string> text, Func<int, long> number) => new()
    {
        Batch = number(0),
        Row = number(1),
        Kind = text(2),
        AwardKey = text(3),
        Generation = number(4),
        Seq = number(5),
        Claim = text(6),
        Closes = number(7),
        OfBatch = number(8),
        OfRow = number(9),
        Code = text(10),
        Name = text(11),
        NameKey = text(12),
        Award = text(13),
        AwardName = text(14),
        Subject = text(15),
        SubjectKey = text(16),
        Day = number(17),
        Date = text(18),
        Scheme = text(19),
        Clause = text(20),
        Occurrence = number(21),
        Quantity = text(22),
        Fen = number(23),
        Roster = text(24),
        Line = number(25),
        Details = text(26),
        Posted = number(27),
        Hash = text(28),
    };
}

using System.Globalization;
using System.Text;
using CsvHelper;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Reports;
using Incentives.Core.Sql;
using Incentives.Tests.Commands;
using Npgsql;

namespace Incentives.Tests.Sql;

/// <summary>What came of a batch calculated twice.</summary>
/// <param name="Lines">How many lines both have.</param>
/// <param name="Differences">What differs, in words; empty where nothing does.</param>
/// <param name="Reasons">All codes of all lines.</param>
internal sealed record Agreed(int Lines, IReadOnlyList<string> Differences, IReadOnlyList<string> Reasons);

/// <summary>Calculates a batch with the engine, and with the exported script on a PostgreSQL server, and compares the payouts column by column.</summary>
internal static class Agreement
{
    private const int MostNamed = 12;

    /// <summary>Runs both; the connection's transaction is given up afterwards, so that nothing stays in the database.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="request">The batch.</param>
    /// <param name="change">What is done to the script before it runs, to see that a wrong one is found out; null where it does not concern the script.</param>
    public static async Task<Agreed?> OfAsync(NpgsqlConnection connection, RuleSet rules, BatchRequest request, Func<string, string?>? change = null)
    {
        DiagnosticBag bag = new();
        using BatchResult batch = Batch.Run(rules, request, bag) ?? throw new InvalidOperationException(Errors(bag));
        DiagnosticBag own = new();
        if (SqlExport.Write(batch.Plan, batch.Period, Dialect.All.First(d => d.Name == "postgresql"), own) is not { } text) throw new InvalidOperationException(Errors(own));
        if ((change is null ? text.Query : change(text.Query)) is not { } query) return null;
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await LoadAsync(connection, text, request);
        List<Dictionary<string, string>> got;
        try
        {
            got = await AskAsync(connection, query);
        }
        catch (PostgresException e)
        {
            throw new InvalidOperationException($"{e.MessageText} (at {e.Position})\n{Around(query, e.Position)}", e);
        }

        List<Dictionary<string, string>> expected = Written(batch);
        return new Agreed(expected.Count, [.. Compare(expected, got).Take(MostNamed)], [.. expected.SelectMany(l => l["reasons"].Split(';'))]);
    }

    private static async Task LoadAsync(NpgsqlConnection connection, SqlText text, BatchRequest request)
    {
        using TempFolder folder = new();
        DiagnosticBag bag = new();
        new TableFiles(text.Script, bag, default).Write(request, folder.Path);
        if (bag.HasErrors) throw new InvalidOperationException(Errors(bag));
        SqlTables tables = new(text.Script);
        await using (NpgsqlCommand create = new(string.Concat(SqlTables.Names.Select(t => tables.Create(t).Replace("create table", "create temporary table", StringComparison.Ordinal))), connection))
            await create.ExecuteNonQueryAsync();
        foreach (string table in SqlTables.Names)
        {
            await using TextWriter copy = await connection.BeginTextImportAsync($"copy {table} from stdin with (format csv, header true)");
            await copy.WriteAsync(await File.ReadAllTextAsync(folder[table + ".csv"]));
        }
    }

    private static async Task<List<Dictionary<string, string>>> AskAsync(NpgsqlConnection connection, string query)
    {
        List<Dictionary<string, string>> rows = [];
        await using NpgsqlCommand command = new($"select * from (\n{query}\n) q order by row_no, clause_no", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            Dictionary<string, string> row = [];
            for (int i = 0; i < reader.FieldCount; i++) row[reader.GetName(i)] = reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!;
            rows.Add(row);
        }

        return rows;
    }

    private static List<Dictionary<string, string>> Written(BatchResult batch)
    {
        using MemoryStream bytes = new();
        new PayoutWriter(batch, 1).Write(bytes, default);
        using CsvReader reader = CsvReader.Create(bytes.ToArray());
        List<Dictionary<string, string>> rows = [];
        while (reader.Read()) rows.Add(reader.Headers.Select((h, i) => (h, reader.GetString(i))).ToDictionary(p => p.h, p => p.Item2));
        return rows;
    }

    private static IEnumerable<string> Compare(List<Dictionary<string, string>> expected, List<Dictionary<string, string>> got)
    {
        if (expected.Count != got.Count) yield return $"the engine has {expected.Count} lines, SQL has {got.Count}";
        for (int i = 0; i < Math.Min(expected.Count, got.Count); i++)
        {
            foreach ((string column, string value) in expected[i])
            {
                if (!got[i].TryGetValue(column, out string? other)) yield return $"SQL has no column {column}";
                else if (value != other) yield return $"line {expected[i]["line"]} {expected[i]["clause"]}: {column} is '{value}' for the engine, '{other}' for SQL";
            }
        }
    }

    /// <summary>The errors in a bag, one a line.</summary>
    public static string Errors(DiagnosticBag bag) =>
        string.Join('\n', bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Place} {d.What.En}"));

    private static string Around(string query, int position)
    {
        int at = Math.Clamp(position - 40, 0, query.Length), from = Math.Max(0, at - 1200);
        return new StringBuilder(query, from, Math.Min(2400, query.Length - from), 2400).ToString();
    }
}

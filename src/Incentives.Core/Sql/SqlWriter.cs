using System.Text;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>Writes the script and, where asked, the files of its input tables.</summary>
internal static class SqlWriter
{
    /// <summary>Writes all of it or nothing; null after reporting why not.</summary>
    public static SqlReport? Run(RuleSet rules, SqlRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        Dialect? dialect = Dialect.All.FirstOrDefault(d => d.Name == request.Dialect);
        if (dialect is null) bag.Add(SqlMessages.UnknownDialect(request.Dialect));
        if (request.Batch.Rosters.Count > 0 && request.Data.Length == 0) bag.Add(SqlMessages.NoFolder());
        if (request.Data.Length > 0 && request.Batch.Rosters.Count == 0) bag.Add(SqlMessages.NoRoster());
        foreach (string target in new[] { request.Output, request.Data }.Where(t => t.Length > 0 && Path.Exists(t))) bag.Add(SqlMessages.OutputExists(target));
        if (bag.HasErrors || Batch.PlanOf(rules, request.Batch, bag, out Period? period) is not { } plan) return null;
        if (SqlExport.Write(plan, period, dialect!, bag) is not { } text) return null;
        string script = ScriptText.Write(text, request.Batch.Period, request.Check);
        (long rows, long history) = (0, 0);
        if (request.Data.Length > 0 && !Tables(text, request, bag, cancel, out rows, out history)) return null;
        if (request.Output.Length > 0 && !Save(request.Output, path => File.WriteAllText(path, script, new UTF8Encoding(false)), File.Move, File.Delete, bag)) return null;
        return new SqlReport(script, request.Data.Length > 0 ? rows : null, history);
    }

    private static bool Tables(SqlText text, SqlRequest request, DiagnosticBag bag, CancellationToken cancel, out long rows, out long history)
    {
        (long, long) counts = default;
        bool done = Save(request.Data, folder =>
        {
            Directory.CreateDirectory(folder);
            counts = new TableFiles(text.Script, bag, cancel).Write(request.Batch, folder);
            SqlTables tables = new(text.Script);
            IEnumerable<string> statements = SqlTables.Names.SelectMany(t => new[] { $"drop table if exists {t};", tables.Create(t), text.Script.Dialect.Load(t, tables.Columns(t)) });
            File.WriteAllText(Path.Combine(folder, "tables.sql"), string.Join('\n', statements) + "\n", new UTF8Encoding(false));
        }, Directory.Move, path => Directory.Delete(path, recursive: true), bag);
        (rows, history) = counts;
        return done;
    }

    // Beside the target first: nobody sees half of it.
    private static bool Save(string target, Action<string> write, Action<string, string> move, Action<string> delete, DiagnosticBag bag)
    {
        string scratch = $"{Path.TrimEndingDirectorySeparator(target)}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        try
        {
            write(scratch);
            if (bag.HasErrors) return false;
            move(scratch, target);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(SqlMessages.CannotWrite(target, e.Message));
            return false;
        }
        finally
        {
            if (Path.Exists(scratch)) delete(scratch);
        }
    }
}

using Incentives.Core.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Incentives.Core.Ledger;

/// <summary>A ledger file within one transaction: all of it happens, or nothing.</summary>
internal sealed class LedgerFile
{
    /// <summary>Seconds to wait for another process that is writing.</summary>
    private const int Patience = 10;

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;

    private LedgerFile(SqliteConnection connection, SqliteTransaction transaction)
    {
        _connection = connection;
        _transaction = transaction;
    }

    /// <summary>Reads a ledger.</summary>
    public static T? Read<T>(string path, DiagnosticBag bag, Func<LedgerFile, T?> work)
        where T : class => Run(path, LedgerAccess.Read, bag, work);

    /// <summary>Changes a ledger that exists. What was done is kept unless an error was reported.</summary>
    public static T? Write<T>(string path, DiagnosticBag bag, Func<LedgerFile, T?> work)
        where T : class => Run(path, LedgerAccess.Write, bag, work);

    /// <summary>Changes a ledger, which is made if there is none.</summary>
    public static T? Create<T>(string path, DiagnosticBag bag, Func<LedgerFile, T?> work)
        where T : class => Run(path, LedgerAccess.Create, bag, work);

    /// <summary>Runs a statement.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using SqliteCommand command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>One number; 0 for none.</summary>
    public long Number(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using SqliteCommand command = Command(sql, values);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using SqliteCommand command = Command(sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>A statement that is run again and again.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        foreach ((string name, object value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }

    private static T? Run<T>(string path, LedgerAccess access, DiagnosticBag bag, Func<LedgerFile, T?> work)
        where T : class
    {
        if (access != LedgerAccess.Create && !File.Exists(path))
        {
            bag.Add(LedgerMessages.Missing(path));
            return null;
        }

        try
        {
            return Transact(path, access, bag, work);
        }
        catch (SqliteException e)
        {
            bag.Add(Told(path, e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(LedgerMessages.CannotUse(path, e.Message));
        }

        return null;
    }

    private static T? Transact<T>(string path, LedgerAccess access, DiagnosticBag bag, Func<LedgerFile, T?> work)
        where T : class
    {
        // Read and write also to read: what a killed process left half done is undone by whoever opens the file next.
        SqliteConnectionStringBuilder builder = new()
        {
            DataSource = Path.GetFullPath(path),
            Mode = access == LedgerAccess.Create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Patience,
        };
        using SqliteConnection connection = new(builder.ConnectionString);
        connection.Open();
        using (SqliteCommand safe = connection.CreateCommand())
        {
            safe.CommandText = "PRAGMA synchronous = FULL";
            safe.ExecuteNonQuery();
        }

        using SqliteTransaction transaction = connection.BeginTransaction(deferred: access == LedgerAccess.Read);
        LedgerFile file = new(connection, transaction);
        if (!file.IsLedger(access == LedgerAccess.Create))
        {
            bag.Add(LedgerMessages.NotALedger(path));
            return null;
        }

        T? result = work(file);
        if (bag.HasErrors || access == LedgerAccess.Read) transaction.Rollback();
        else transaction.Commit();
        return bag.HasErrors ? null : result;
    }

    // An empty file becomes a ledger when one may be made.
    private bool IsLedger(bool mayCreate)
    {
        bool isEmpty = Number("SELECT count(*) FROM sqlite_master") == 0;
        if (!isEmpty || !mayCreate) return Number("PRAGMA application_id") == LedgerSchema.ApplicationId && Number("PRAGMA user_version") == LedgerSchema.Version;
        Execute($"PRAGMA application_id = {LedgerSchema.ApplicationId}");
        Execute($"PRAGMA user_version = {LedgerSchema.Version}");
        foreach ((_, string sql) in LedgerSchema.Objects) Execute(sql);
        return true;
    }

    private static Diagnostic Told(string path, SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => LedgerMessages.Busy(path),
        SQLitePCL.raw.SQLITE_NOTADB => LedgerMessages.NotALedger(path),
        _ => LedgerMessages.CannotUse(path, e.Message),
    };

    private enum LedgerAccess
    {
        Read,
        Write,
        Create,
    }
}

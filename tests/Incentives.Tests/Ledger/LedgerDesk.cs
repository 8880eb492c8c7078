using Incentives.Tests.Commands;
using Microsoft.Data.Sqlite;

namespace Incentives.Tests.Ledger;

/// <summary>A folder with a small scheme, run folders and a ledger. 示例奖 pays 10,000 yuan an item, 封顶奖 at most 50,000.</summary>
internal sealed class LedgerDesk : IDisposable
{
    public const string Header = "名称,统一社会信用代码,奖项,主体,日期,数量,核定金额\n";

    private const string Scheme =
        """
        scheme: probe
        title: 示例办法
        issuer: 示例市
        status: in-force
        effective: 2024-01-01..2025-12-31
        clauses:
          - id: prize
            cite: 第一条
            department: 市局
            when: {award: 示例奖}
            pay: {per: item, fixed: 1万元}
          - id: top
            cite: 第二条
            department: 市局
            when: {award: 封顶奖}
            pay: {up-to: 5万元}

        """;

    private readonly TempFolder _folder = new();

    public LedgerDesk() => Rules = _folder.Write("rules/probe.yaml", Scheme);

    public string Rules { get; private set; }

    public string Ledger => _folder["ledger.db"];

    public string this[string name] => _folder[name];

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Calculates rows without header under the scheme, or another one, and gives the run folder.</summary>
    public string Run(string name, string rows, params string[] more)
    {
        string roster = _folder.Write($"{name}.csv", Header + rows);
        Done("calculate", [roster, "--rules", Rules, "--out", _folder[name], "--quiet", .. more]);
        return _folder[name];
    }

    /// <summary>Rules the next runs by another scheme.</summary>
    public void Use(string scheme) => Rules = _folder.Write("rules/probe.yaml", scheme);

    /// <summary>A subcommand of ledger on this ledger.</summary>
    public string[] Args(string verb, params string[] more) => ["ledger", verb, .. more, "--ledger", Ledger];

    public CommandResult Propose(string run, params string[] more) => Done("ledger", ["propose", run, "--by", "甲", "--ledger", Ledger, .. more]);

    public CommandResult Approve(int batch, string by = "乙") => Done("ledger", ["approve", $"{batch}", "--by", by, "--ledger", Ledger]);

    public CommandResult Post(int batch, string by = "丙") => Done("ledger", ["post", $"{batch}", "--by", by, "--ledger", Ledger]);

    public CommandResult Reverse(int batch, string kind, params string[] more) =>
        Done("ledger", ["reverse", $"{batch}", "--kind", kind, "--reason", "抽查", "--by", "丁", "--ledger", Ledger, .. more]);

    /// <summary>Calculates, proposes, approves and posts.</summary>
    public void Pay(int batch, string rows)
    {
        Propose(Run($"run{batch}", rows));
        Approve(batch);
        Post(batch);
    }

    public CommandResult Verify(string? ledger = null) => CommandLine.English("ledger", "verify", "--ledger", ledger ?? Ledger);

    /// <summary>The history's rows, without its header, as the file has them.</summary>
    public string[] History(params string[] more)
    {
        Done("ledger", ["history", "--out", _folder["history.csv"], "--ledger", Ledger, .. more]);
        return [.. File.ReadAllLines(_folder["history.csv"]).Skip(1)];
    }

    /// <summary>Changes the file behind the program's back.</summary>
    public void Sql(string sql)
    {
        using SqliteConnection connection = Open(Ledger);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Number(string ledger, string sql)
    {
        using SqliteConnection connection = Open(ledger);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public void Dispose() => _folder.Dispose();

    private static SqliteConnection Open(string ledger)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = ledger, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static CommandResult Done(string command, string[] more)
    {
        CommandResult result = CommandLine.English([command, .. more]);
        result.Exit.Should().Be(0, result.Error);
        return result;
    }
}

using System.Diagnostics;
using Npgsql;

namespace Incentives.Tests.Sql;

/// <summary>
/// A PostgreSQL server of this test run alone: its files in a temporary folder, reached through a socket in that folder and by nothing else,
/// never run as root. It ends with the test run, also where that is killed: a shell beside it waits for the run's end of a pipe to close.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    // The shell is given the folder of the programs and its own. The last line is what remains to be done once the pipe is closed, or the run is told to stop.
    private const string Script = """
        bin=$1; own=$2
        trap : INT TERM HUP
        "$bin/initdb" -D "$own/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$own/initdb.log" 2>&1 || { cat "$own/initdb.log"; rm -rf "$own"; exit 1; }
        "$bin/postgres" -D "$own/data" -k "$own" -c listen_addresses= -c unix_socket_permissions=0777 -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
          -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c jit=off -c max_connections=24 -c shared_buffers=128MB -c work_mem=32MB </dev/null >"$own/postgres.log" 2>&1 &
        server=$!
        tries=0
        until "$bin/pg_isready" -q -h "$own" || [ $tries -ge 300 ] || ! kill -0 $server 2>/dev/null; do tries=$((tries+1)); sleep 0.1; done
        "$bin/pg_isready" -q -h "$own" && echo ready || cat "$own/postgres.log"
        read -r _
        kill -QUIT $server 2>/dev/null; wait $server; rm -rf "$own"
        """;

    private Process? _shell;

    /// <summary>How to reach it; an empty text before it has started.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Makes and starts it, where its programs are there.</summary>
    public async Task InitializeAsync()
    {
        if (Need.PostgresPrograms is not { } programs) return;
        string folder = Directory.CreateTempSubdirectory("incentives-pg-").FullName;
        _shell = Process.Start(Shell(programs, folder))!;
        string? said = await _shell.StandardOutput.ReadLineAsync();
        if (said != "ready") throw new InvalidOperationException($"PostgreSQL did not start: {said}\n{await _shell.StandardOutput.ReadToEndAsync()}");
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = folder,
            Username = "postgres",
            Database = "postgres",
            MaxPoolSize = 16,
            CommandTimeout = 600,
            IncludeErrorDetail = true,
        }.ConnectionString;
    }

    /// <summary>Stops it and removes its files.</summary>
    public async Task DisposeAsync()
    {
        if (_shell is null) return;
        NpgsqlConnection.ClearAllPools();
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    /// <summary>An open connection.</summary>
    public async Task<NpgsqlConnection> ConnectAsync()
    {
        NpgsqlConnection connection = new(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    // initdb and postgres refuse root: there the shell and all it starts are somebody else's, and the folder is theirs.
    private static ProcessStartInfo Shell(string programs, string folder)
    {
        List<string> command = ["sh", "-c", Script, "sh", programs, folder];
        if (Environment.IsPrivilegedProcess)
        {
            string[][] users = [.. File.ReadLines("/etc/passwd").Select(l => l.Split(':'))];
            string[] user = users.FirstOrDefault(u => u[0] == "postgres") ?? users.First(u => u[0] == "nobody");
            using (Process owner = Process.Start("chown", [$"{user[2]}:{user[3]}", folder])) owner.WaitForExit();
            command.InsertRange(0, ["setpriv", $"--reuid={user[2]}", $"--regid={user[3]}", "--clear-groups", "--"]);
        }

        ProcessStartInfo start = new(command[0]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        foreach (string part in command.Skip(1)) start.ArgumentList.Add(part);
        return start;
    }
}

/// <summary>The tests that share one server. They run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}

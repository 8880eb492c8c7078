using System.Globalization;
using Npgsql;

namespace Incentives.Tests.Sql;

/// <summary>The server that the SQL tests share.</summary>
[Collection(PostgresTests.Name)]
public class PostgresServerTests(PostgresServer server)
{
    [PostgresFact]
    public async Task It_is_reached_through_a_socket_of_its_own_only()
    {
        (await Ask("show listen_addresses")).Should().Be("");
        (await Ask("show unix_socket_directories")).Should().Be(new NpgsqlConnectionStringBuilder(server.ConnectionString).Host);
    }

    [PostgresFact]
    public async Task It_has_the_version_and_the_integer_division_the_scripts_are_written_for()
    {
        int version = int.Parse(await Ask("show server_version_num"), CultureInfo.InvariantCulture);
        version.Should().BeGreaterThanOrEqualTo(150000);
        (await Ask("select div((10^37::numeric)-1, 10^37::numeric)")).Should().Be("0", "floor((10^37-1)/10^37) gives 1");
    }

    private async Task<string> Ask(string sql)
    {
        await using NpgsqlConnection connection = await server.ConnectAsync();
        await using NpgsqlCommand command = new(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }
}

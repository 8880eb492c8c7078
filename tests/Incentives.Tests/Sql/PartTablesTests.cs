using System.Text.RegularExpressions;
using Incentives.Tests.Commands;

namespace Incentives.Tests.Sql;

/// <summary>Scripts for a database that puts a part in place of its name: what several parts read is a table.</summary>
public sealed partial class PartTablesTests
{
    private static readonly string Script = Comments().Replace(CommandLine.English("export", "sql", "--rules", Repository.Path("rules/hunan/zhuzhou"), "--dialect", "spark").Output, "");

    [Fact]
    public void No_named_part_is_read_twice()
    {
        string[] named = [.. Part().Matches(Script).Select(m => m.Groups[1].Value)];
        named.Should().HaveCountGreaterThan(20).And.OnlyHaveUniqueItems();
        named.Should().OnlyContain(name => Regex.Count(Script, $@"(?<![\w.]){name}(?![\w.])") == 2, "once where it stands, once where it is read");
    }

    [Fact]
    public void Each_table_is_read_in_two_places_and_taken_away()
    {
        string[] tables = [.. Table().Matches(Script).Select(m => m.Groups[1].Value)];
        tables.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        tables.Should().OnlyContain(name => Regex.Count(Script, $@"(?<![\w.]){name}(?![\w.])") >= 4 && Script.Contains($"\ndrop table {name};\n"));
    }

    // A name with ${env:HOME} in it would be read as a variable.
    [Fact]
    public void Names_are_not_taken_for_variables() => Script.Should().Contain("\nset spark.sql.variable.substitute = false;\n");

    [GeneratedRegex("--[^\n]*\n")]
    private static partial Regex Comments();

    [GeneratedRegex(@"^(\w+) as \(", RegexOptions.Multiline)]
    private static partial Regex Part();

    [GeneratedRegex(@"^create table (?!payouts)(\w+)", RegexOptions.Multiline)]
    private static partial Regex Table();
}

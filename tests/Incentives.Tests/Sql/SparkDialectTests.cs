using Incentives.Core.Sql;

namespace Incentives.Tests.Sql;

/// <summary>What Spark reads otherwise than the other databases. It is not run in any test, so its text is held.</summary>
public class SparkDialectTests
{
    private static readonly Dialect Spark = Dialect.All.First(d => d.Name == "spark");

    [Theory]
    [InlineData("甲奖", "'甲奖'")]
    [InlineData("it's", @"'it\'s'")]
    [InlineData(@"C:\new", @"'C:\\new'")]
    [InlineData(@"ends\", @"'ends\\'")]
    [InlineData("a\"b", "'a\"b'")]
    public void A_backslash_is_doubled_and_a_quote_escaped(string text, string literal) => Spark.Text(text).Should().Be(literal);

    [Fact]
    public void Literals_are_read_with_their_escapes() => Spark.Preamble.Should().Contain("spark.sql.parser.escapedStringLiterals = false").And.Contain("spark.sql.ansi.enabled = true");

    [Fact]
    public void A_quotient_is_never_a_bigint() => Spark.Divide("n", "d").Should().Be("cast((cast(n as decimal(38,0)) - (cast(n as decimal(38,0)) % cast(d as decimal(38,0)))) / cast(d as decimal(38,0)) as decimal(38,0))");

    [Fact]
    public void Files_are_read_as_they_are_written() => Spark.Load("aliases", [("former", "string"), ("present", "string")]).Should().Be(
        "create or replace temporary view aliases_csv using csv options (path 'aliases.csv', header 'true', quote '\"', escape '\"', multiLine 'true', mode 'FAILFAST');\ninsert into aliases select cast(former as string), cast(present as string) from aliases_csv;");
}

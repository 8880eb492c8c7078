using System.Globalization;
using System.Text;

namespace Incentives.Core.Sql;

/// <summary>How one database spells what the standard leaves open: quoting, the type of money, integer division. Everything else is the same text for all.</summary>
internal abstract class Dialect
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Dialect> All { get; } = [new PostgresDialect(), new DuckDbDialect(), new SparkDialect()];

    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The type of amounts and of all exact whole numbers.</summary>
    public abstract string Money { get; }

    /// <summary>The type of texts.</summary>
    public abstract string TextType { get; }

    /// <summary>The character around identifiers.</summary>
    protected virtual char IdentifierQuote => '"';

    /// <summary>What must stand before the statements; empty for nothing.</summary>
    public virtual string Preamble => "";

    /// <summary>A name as an identifier, whatever characters it holds.</summary>
    public string Quote(string identifier) => IsPlain(identifier) ? identifier : Around(identifier, IdentifierQuote);

    /// <summary>A text as a literal, whatever characters it holds.</summary>
    public virtual string Text(string text) => Around(text, '\'');

    /// <summary>A whole number as a value of the type of amounts.</summary>
    public string Number(System.Numerics.BigInteger value) => Cast(Digits(value));

    /// <summary>A whole number without its type, for comparisons and products with typed values.</summary>
    public static string Digits(System.Numerics.BigInteger value) => value.Sign < 0 ? $"({value.ToString(CultureInfo.InvariantCulture)})" : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An expression as a value of the type of amounts.</summary>
    public string Cast(string expression) => $"cast({expression} as {Money})";

    /// <summary>The greatest whole number at or below n : d, for whole n of at least 0 and whole d above 0.</summary>
    public abstract string Divide(string n, string d);

    /// <summary>The same for n of any sign.</summary>
    public string FloorDivide(string n, string d) => $"case when {n} >= 0 then {Divide(n, d)} else -{Divide($"({d} - 1 - ({n}))", d)} end";

    /// <summary>What is left of n after <see cref="Divide"/>.</summary>
    public virtual string Modulo(string n, string d) => $"({n} - {d} * {Divide(n, d)})";

    /// <summary>An expression that stops the query with a message once it is worked out.</summary>
    public virtual string Fail(string message) => $"cast({Text(message)} as integer)";

    /// <summary>A day, as yyyymmdd, some months and then some days later; past the end of a month it is that month's last day.</summary>
    public abstract string Later(string day, int months, int days);

    /// <summary>Fen as yuan with two decimals, exactly.</summary>
    public abstract string Yuan(string fen);

    /// <summary>What says that a part is worked out once; empty where the database does so by itself.</summary>
    public virtual string Kept => "";

    /// <summary>What stands behind the columns of a new table.</summary>
    public virtual string TableOptions(string table) => "";

    /// <summary>The statement that fills a table from its CSV file beside the script.</summary>
    public abstract string Load(string table, IReadOnlyList<(string Name, string Type)> columns);

    // Reserved words are never used as names by the writer, so that letters, digits and _ need no quotes.
    private static bool IsPlain(string name) => name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static string Around(string text, char quote)
    {
        StringBuilder quoted = new();
        quoted.Append(quote);
        foreach (char c in text)
        {
            if (c == '\0') continue;
            if (c == quote) quoted.Append(quote);
            quoted.Append(c);
        }

        return quoted.Append(quote).ToString();
    }
}

/// <summary>PostgreSQL 15.</summary>
internal sealed class PostgresDialect : Dialect
{
    public override string Name => "postgresql";

    public override string Money => "numeric";

    public override string TextType => "text";

    // It would otherwise put each expression in place of its name, again and again.
    public override string Kept => "materialized ";

    public override string Preamble => "set standard_conforming_strings = on;";

    public override string Divide(string n, string d) => $"div(cast({n} as numeric), {d})";

    public override string Later(string day, int months, int days) =>
        $"cast(to_char(to_date(cast({day} as text), 'YYYYMMDD') + make_interval(months => {months}) + make_interval(days => {days}), 'YYYYMMDD') as integer)";

    public override string Yuan(string fen) => $"cast({fen} * 0.01 as numeric(18, 2))";

    public override string Load(string table, IReadOnlyList<(string Name, string Type)> columns) => $"\\copy {table} from '{table}.csv' with (format csv, header)";
}

/// <summary>DuckDB 1.x.</summary>
internal sealed class DuckDbDialect : Dialect
{
    public override string Name => "duckdb";

    public override string Money => "hugeint";

    public override string TextType => "varchar";

    // Expressions would be put in place of their names here too: a script that takes a third of a second then takes a minute.
    public override string Kept => "materialized ";

    public override string Divide(string n, string d) => $"(cast({n} as hugeint) // cast({d} as hugeint))";

    public override string Later(string day, int months, int days) =>
        $"cast(strftime(strptime(cast({day} as varchar), '%Y%m%d') + to_months({months}) + to_days({days}), '%Y%m%d') as integer)";

    public override string Load(string table, IReadOnlyList<(string Name, string Type)> columns) => $"copy {table} from '{table}.csv' (format csv, header);";

    public override string Yuan(string fen) => $"cast(cast({fen} as decimal(18, 0)) * cast(0.01 as decimal(2, 2)) as decimal(18, 2))";
}

/// <summary>Spark SQL 3.5 in ANSI mode, in which what does not fit is an error instead of a NULL.</summary>
internal sealed class SparkDialect : Dialect
{
    public override string Name => "spark";

    public override string Money => "decimal(38,0)";

    public override string TextType => "string";

    protected override char IdentifierQuote => '`';

    public override string Preamble => "set spark.sql.ansi.enabled = true;\nset spark.sql.parser.escapedStringLiterals = false;";

    public override string TableOptions(string table) => " using parquet";

    // A quote within a cell is written twice, and a cell may hold line breaks; neither is what Spark expects. A record that does not fit must stop it.
    public override string Load(string table, IReadOnlyList<(string Name, string Type)> columns) =>
        $"create or replace temporary view {table}_csv using csv options (path '{table}.csv', header 'true', quote '\"', escape '\"', multiLine 'true', mode 'FAILFAST');\ninsert into {table} select {string.Join(", ", columns.Select(c => $"cast({Quote(c.Name)} as {c.Type})"))} from {table}_csv;";

    // The lexer takes a backslash as an escape whatever the settings say, and two literals side by side as one, without a quote between them.
    public override string Text(string text) => $"'{text.Replace("\0", "", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    // Not `div`: it gives a bigint, and of a quotient that does not fit silently the lower 64 bits. A whole quotient of decimals is exact, and one that does not fit an error.
    public override string Divide(string n, string d) => $"cast(({Cast(n)} - {Modulo(n, d)}) / {Cast(d)} as {Money})";

    public override string Modulo(string n, string d) => $"({Cast(n)} % {Cast(d)})";

    public override string Later(string day, int months, int days) =>
        $"cast(date_format(date_add(add_months(to_date(cast({day} as string), 'yyyyMMdd'), {months}), {days}), 'yyyyMMdd') as int)";

    public override string Yuan(string fen) => $"cast(cast({fen} as decimal(18,0)) * cast(0.01 as decimal(2,2)) as decimal(18,2))";
}

using System.Text;
using System.Text.RegularExpressions;

namespace Incentives.Core.Sql;

/// <summary>What a database runs for a query.</summary>
/// <param name="Before">Statements that make tables the query reads; empty for none.</param>
/// <param name="Query">The query, without a semicolon.</param>
/// <param name="After">Statements that take those tables away again.</param>
internal sealed record SqlStatements(string Before, string Query, string After);

/// <summary>
/// The parts of a query for a database that puts a part in place of its name wherever it is read: where each part is read by two behind it, thirty parts would
/// become a thousand million. A part with more than one reader becomes a table instead; one with a single reader stays a named part of that reader's statement.
/// </summary>
internal static partial class PartTables
{
    /// <summary>Writes the statements.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="parts">The parts in their order.</param>
    /// <param name="with">Parts and what is selected from them as one query.</param>
    /// <param name="select">What is selected in the end.</param>
    public static SqlStatements Write(Dialect dialect, IReadOnlyList<SqlPart> parts, Func<IReadOnlyList<SqlPart>, string, string> with, string select)
    {
        Dictionary<SqlPart, HashSet<string>> words = parts.ToDictionary(p => p, p => Words(p.Sql).ToHashSet());
        Dictionary<string, int> readers = parts.Select(p => p.Sql).Append(select).SelectMany(Words).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        List<SqlPart> waiting = [];
        List<string> tables = [];
        StringBuilder before = new();
        foreach (SqlPart part in parts)
        {
            if (readers.GetValueOrDefault(part.Name) < 2)
            {
                waiting.Add(part);
                continue;
            }

            List<SqlPart> own = Read(waiting, words, part);
            waiting.RemoveAll(own.Contains);
            tables.Add(part.Name);
            before.Append(SqlScript.Comment(part.Comment)).Append("create table ").Append(part.Name).Append(dialect.TableOptions(part.Name)).Append(" as\n").Append(with(own, part.Sql)).Append(";\n\n");
        }

        return new SqlStatements(before.ToString(), with(waiting, select), string.Concat(tables.Select(t => $"drop table {t};\n")));
    }

    // The waiting parts that a part reads, itself or through others; nobody else reads them.
    private static List<SqlPart> Read(List<SqlPart> waiting, Dictionary<SqlPart, HashSet<string>> words, SqlPart reader)
    {
        HashSet<string> read = [.. words[reader]];
        List<SqlPart> found = [];
        foreach (SqlPart part in Enumerable.Reverse(waiting).Where(p => read.Contains(p.Name)))
        {
            found.Insert(0, part);
            read.UnionWith(words[part]);
        }

        return found;
    }

    private static IEnumerable<string> Words(string sql) => Word().Matches(sql).Select(m => m.Value);

    [GeneratedRegex("[a-z0-9_]+")]
    private static partial Regex Word();
}

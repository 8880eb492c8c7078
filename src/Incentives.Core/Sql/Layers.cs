using System.Globalization;

namespace Incentives.Core.Sql;

/// <summary>
/// Intermediate results that get a name of their own. Those that need only the rows stand in the first layer, those that need these in
/// the second, and so on: each layer is a query over the one before it.
/// </summary>
internal sealed class Layers(string prefix = "")
{
    private readonly List<(string Name, string Sql, int Layer)> _named = [];
    private readonly Dictionary<string, (string Name, int Layer)> _bySql = [];

    /// <summary>How many layers there are.</summary>
    public int Count => _named.Count == 0 ? 0 : _named.Max(n => n.Layer) + 1;

    /// <summary>Names an expression that can stand in a layer; the same expression is named once.</summary>
    public (string Name, int Layer) Name(string hint, string sql, int layer)
    {
        if (_bySql.TryGetValue(sql, out var known)) return known;
        string name = prefix + hint;
        for (int i = 2; _named.Exists(n => n.Name == name); i++) name = string.Create(CultureInfo.InvariantCulture, $"{prefix}{hint}_{i}");
        return Add(name, sql, layer);
    }

    /// <summary>Names an expression exactly so.</summary>
    public (string Name, int Layer) Add(string name, string sql, int layer)
    {
        _named.Add((name, sql, layer));
        return _bySql[sql] = (name, layer + 1);
    }

    /// <summary>The queries, innermost first; the last has the given name. Without any expression there is only the base.</summary>
    public IEnumerable<(string Name, string Sql)> Write(string name, string columns, string from, Func<string, string> quote)
    {
        int count = Math.Max(1, Count);
        for (int layer = 0; layer < count; layer++)
        {
            string own = string.Concat(_named.Where(n => n.Layer == layer).Select(n => $",\n       {n.Sql} as {quote(n.Name)}"));
            string source = layer == 0 ? from : string.Create(CultureInfo.InvariantCulture, $"{name}_{layer}");
            string called = layer == count - 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{layer + 1}");
            yield return (called, $"select {(layer == 0 ? columns : "p.*")}{own}\nfrom {source}{(layer == 0 ? "" : " p")}");
        }
    }
}

using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Which of two conditions on a column means the lower honour.</summary>
internal sealed class ColumnLadders(Symbols symbols)
{
    // Values of a column, lowest first; words on one rung are equal.
    private static readonly string[][][] Words =
    [
        [["镇", "乡"], ["县", "区", "县区"], ["市"], ["省", "自治区"], ["国家", "全国"], ["国际"]],
        [["地方"], ["行业"], ["国家"], ["国际"]],
        [["参与"], ["主导", "牵头", "主持"]],
        [["四等", "四等奖"], ["三等", "三等奖"], ["二等", "二等奖"], ["一等", "一等奖"], ["特等", "特等奖"]],
        [["铜奖"], ["银奖"], ["金奖"]],
    ];

    // The same inside names of awards that are otherwise alike.
    private static readonly string[][] Grades =
    [
        ["四等奖", "三等奖", "二等奖", "一等奖", "特等奖"],
        ["铜奖", "银奖", "金奖"],
        ["县级", "市级", "省级", "国家级"],
        ["1a级", "2a级", "3a级", "4a级", "5a级"],
        ["一星级", "二星级", "三星级", "四星级", "五星级"],
        ["奖提名奖", "奖"],
    ];

    /// <summary>Pairs of conditions within two tests of a column of which the first means a lower honour than the second.</summary>
    public IEnumerable<(Test Low, Test High)> Inversions(Scheme scheme, Column column, Test low, Test high)
    {
        if (column.Name == "rank") return IsBehind(low, high) ? [(low, high)] : [];
        if (low is not TextTest { IsComplement: false } lows || high is not TextTest { IsComplement: false } highs) return [];
        return from a in lows.Symbols.OrderBy(symbols.Name, StringComparer.Ordinal)
               from b in highs.Symbols.OrderBy(symbols.Name, StringComparer.Ordinal)
               where column.Name == "award" ? IsLowerAward(scheme, a, b) : IsLowerWord(symbols.Name(a), symbols.Name(b))
               select ((Test)One(a), (Test)One(b));
    }

    /// <summary>Names that awards share which may be compared: their own, that of their ladder, and their own without a word of a grade.</summary>
    public IEnumerable<string> Families(Scheme scheme, int award)
    {
        string name = symbols.Name(award);
        yield return name;
        if (scheme.Names.Rungs.TryGetValue(award, out (string Ladder, int Rung) rung)) yield return "$" + rung.Ladder;
        for (int i = 0; i < Grades.Length; i++)
        {
            foreach (string word in Grades[i])
            {
                for (int at = name.IndexOf(word, StringComparison.Ordinal); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.Ordinal))
                    yield return $"{name[..at]}${i}{name[(at + word.Length)..]}";
            }
        }
    }

    private bool IsLowerAward(Scheme scheme, int low, int high)
    {
        if (scheme.Names.Rungs.TryGetValue(low, out (string Ladder, int Rung) mine) && scheme.Names.Rungs.TryGetValue(high, out (string Ladder, int Rung) other) && mine.Ladder == other.Ladder)
            return mine.Rung < other.Rung;
        string one = symbols.Name(low), two = symbols.Name(high);
        return Grades.Any(grade => grade.Where((_, i) => i > 0).Select((word, i) => (Word: word, Lower: grade[..(i + 1)])).Any(g => g.Lower.Any(l => IsAlike(one, l, two, g.Word))));
    }

    // The two names are the same but for one word.
    private static bool IsAlike(string one, string low, string two, string high)
    {
        int at = one.IndexOf(low, StringComparison.Ordinal);
        return at >= 0 && one.Length - low.Length == two.Length - high.Length && two == string.Concat(one.AsSpan(0, at), high, one.AsSpan(at + low.Length));
    }

    private static bool IsLowerWord(string low, string high) => Words.Any(ladder =>
        Array.FindIndex(ladder, r => r.Contains(low)) is >= 0 and int a && Array.FindIndex(ladder, r => r.Contains(high)) is >= 0 and int b && a < b);

    // All of one lies behind all of the other: a greater number is a lower rank.
    private static bool IsBehind(Test low, Test high) =>
        low is RangeTest a && high is RangeTest b && a.Intervals.Min(i => i.Low ?? Rational.Zero) is var first && b.Intervals.All(i => i.High is not null)
        && b.Intervals.Max(i => i.High!.Value) is var last && (first > last || (first == last && a.And(b) is null));

    private static TextTest One(int symbol) => new(new HashSet<int> { symbol }, false);
}

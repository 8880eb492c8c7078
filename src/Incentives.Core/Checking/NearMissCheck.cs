using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Awards named in conditions and tables that are not declared but nearly spelled like one that is.</summary>
internal static class NearMissCheck
{
    // Characters that tell awards of one family apart: 省级 and 市级, 金奖 and 银奖, 5A and 4A.
    private const string Distinguishing = "国省市县区州镇金银铜特优甲乙丙一二三四五六七八九十新老大小中内外正副上下前后";

    /// <summary>Compares each undeclared name with the declared ones, and with names used elsewhere in the scheme.</summary>
    public static void Run(Scheme scheme, Symbols symbols, DiagnosticBag bag)
    {
        HashSet<string> declared = [.. scheme.Names.Facts.Values.Select(f => f.Name), .. scheme.Names.References.GroupBy(r => r.Name).Where(g => g.Count() > 1).Select(g => g.Key)];
        foreach ((string name, int symbol, Place place) in scheme.Names.References.Where(r => !scheme.Names.Awards.ContainsKey(r.Symbol)).DistinctBy(r => r.Symbol))
        {
            if (declared.Where(d => symbols.Intern(Rosters.NameNormalizer.Normalize(d)) != symbol).FirstOrDefault(d => IsSlip(name, d)) is { } near)
                bag.Add(CheckMessages.NearMiss(place, name, near));
        }
    }

    /// <summary>Whether two names differ by one character, replaced, left out or added, that does not usually tell awards apart.</summary>
    public static bool IsSlip(string a, string b)
    {
        if (a.Length != b.Length) return Math.Abs(a.Length - b.Length) == 1 && (a.Length > b.Length ? IsLonger(a, b) : IsLonger(b, a));
        if (a.Length < 3) return false;
        int at = -1;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i]) continue;
            if (at >= 0) return false;
            at = i;
        }

        return at >= 0 && !(Tells(a[at]) && Tells(b[at]));
    }

    // A character more inside the name; one at its beginning or end makes another name.
    private static bool IsLonger(string longer, string shorter)
    {
        if (shorter.Length < 4) return false;
        int at = 0;
        while (at < shorter.Length && longer[at] == shorter[at]) at++;
        return at > 0 && at < shorter.Length && !Tells(longer[at]) && longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
    }

    private static bool Tells(char c) => char.IsAscii(c) || Distinguishing.Contains(c, StringComparison.Ordinal);
}

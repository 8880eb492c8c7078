using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>
/// Amounts whose unit is probably a slip. What is granted as it stands is compared, first within its table, then within the scheme: sorted by size, where two neighbours
/// are a thousand times or more apart, the side with fewer amounts is doubtful (of equals the lower), if ten thousand times more (or less) brings an amount to between a
/// third of the least and three times the greatest of the other side. Apart from that, a grant below 10 元 or of 10,000 万元 and more written in 万元 is doubtful by itself.
/// </summary>
internal static class UnitCheck
{
    private static readonly Rational Slip = 10_000, Apart = 1_000, Least = 1_000, Most = 10_000L * 1_000_000;

    /// <summary>Looks at a scheme's grants.</summary>
    public static void Run(IReadOnlyList<WrittenAmount> amounts, DiagnosticBag bag)
    {
        WrittenAmount[] grants = [.. amounts.Where(a => a.IsGrant && a.Fen.Sign > 0)];
        HashSet<Place> said = [];
        foreach (IEnumerable<WrittenAmount> beside in grants.GroupBy(g => g.Table).Append<IEnumerable<WrittenAmount>>(grants)) Beside([.. beside.OrderBy(b => b.Fen)], said, bag);
        foreach (WrittenAmount grant in grants.Where(g => !said.Contains(g.Place)))
        {
            if (grant.Fen < Least) bag.Add(CheckMessages.AmountUnlikely(grant.Place, grant.Text, Written(grant.Fen * Slip)));
            else if (grant.Fen >= Most && grant.Text.Contains('万', StringComparison.Ordinal)) bag.Add(CheckMessages.AmountUnlikely(grant.Place, grant.Text, Written(grant.Fen / Slip)));
        }
    }

    private static void Beside(WrittenAmount[] sorted, HashSet<Place> said, DiagnosticBag bag)
    {
        int cut = Enumerable.Range(1, Math.Max(0, sorted.Length - 1)).FirstOrDefault(i => sorted[i].Fen >= sorted[i - 1].Fen * Apart);
        if (cut == 0) return;
        bool isLow = cut <= sorted.Length - cut;
        WrittenAmount[] few = isLow ? sorted[..cut] : sorted[cut..], others = isLow ? sorted[cut..] : sorted[..cut];
        foreach (WrittenAmount amount in few)
        {
            Rational meant = isLow ? amount.Fen * Slip : amount.Fen / Slip;
            if (meant * 3 < others[0].Fen || meant > others[^1].Fen * 3 || !said.Add(amount.Place)) continue;
            string least = Written(others[0].Fen), most = Written(others[^1].Fen);
            bag.Add(CheckMessages.UnitDoubtful(amount.Place, amount.Text, least == most ? least : $"{least}..{most}", Written(meant)));
        }
    }

    // As a rule file writes it, in 万元 from ten thousand on.
    private static string Written(Rational fen) => fen >= 1_000_000 && Values.Decimals(fen / 1_000_000) is { } wan ? wan + "万元" : (Values.Decimals(fen / 100) ?? Symbols.ShowNumber(ValueKind.Money, fen)) + "元";
}

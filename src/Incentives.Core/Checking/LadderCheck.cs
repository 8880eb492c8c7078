using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>A lower honour that pays more than a higher one under the same conditions: by the scheme's own ladders, by rank, and by words whose order everybody knows.</summary>
internal sealed class LadderCheck(Scheme scheme, Column award, ColumnLadders ladders, Symbols symbols, DiagnosticBag bag)
{
    private readonly HashSet<(Phrase, Phrase)> _said = [];

    /// <summary>Compares the stated amounts of the scheme with each other.</summary>
    public void Run()
    {
        IReadOnlyList<StatedAmount> amounts = Amounts.Of(scheme);
        ILookup<string, StatedAmount> families = amounts.SelectMany(a => Families(a).Select(f => (Family: f, Amount: a))).ToLookup(f => f.Family, f => f.Amount);
        foreach (StatedAmount lower in amounts)
        {
            IEnumerable<StatedAmount> near = Families(lower).Contains("") ? amounts : Families(lower).Append("").SelectMany(f => families[f]).Distinct();
            foreach (StatedAmount higher in near.Where(h => lower.Fen > h.Fen && lower.IsPerItem == h.IsPerItem)) Compare(lower, higher);
        }
    }

    // Amounts of unlike awards are never compared; the family without a name may be of any award.
    private string[] Families(StatedAmount amount) =>
        amount.Box.On(award) is TextTest { IsComplement: false } test ? [.. test.Symbols.SelectMany(s => ladders.Families(scheme, s)).Distinct()] : [""];

    private void Compare(StatedAmount lower, StatedAmount higher)
    {
        foreach (ColumnTest test in lower.Box.Tests)
        {
            if (higher.Box.On(test.Column) is not { } other || BoxAlgebra.Without(lower.Box, test.Column).And(BoxAlgebra.Without(higher.Box, test.Column)) is not { } same) continue;
            foreach ((Test low, Test high) in ladders.Inversions(scheme, test.Column, test.Test, other))
            {
                Phrase one = Witness.Of(With(test.Column, low, same), symbols), two = Witness.Of(With(test.Column, high, same), symbols);
                if (_said.Add((one, two))) bag.Add(CheckMessages.LowerPaysMore(lower.Clause.Place, one, Yuan(lower.Fen), two, Yuan(higher.Fen)));
            }
        }
    }

    private static Box With(Column column, Test test, Box rest) => new([new ColumnTest(column, test), .. rest.Tests]);

    private static string Yuan(Rational fen) => Symbols.ShowNumber(ValueKind.Money, fen);
}

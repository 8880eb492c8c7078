using CsvHelper;
using Incentives.Core.Comparing;
using Incentives.Core.Evaluation;

namespace Incentives.Core.Reports.Comparisons;

/// <summary>Codes and names of the recipients of changed rows, as the roster writes them where they are first concerned; filled while the rows are written.</summary>
internal sealed class PeopleTexts(Comparison comparison)
{
    private readonly Dictionary<int, (string Id, string Name)> _texts = [];

    /// <summary>Notes who a row's change concerns.</summary>
    public void See(in RowChange change, VariantComparison variant, CsvReader record, BoundRoster roster)
    {
        if (change.Difference != 0 && !_texts.ContainsKey(change.Recipient)) _texts[change.Recipient] = RosterWalk.Recipient(record, roster.Binding, variant.ClauseOf(change));
    }

    /// <summary>Code and name of a recipient.</summary>
    public (string Id, string Name) Of(int recipient) => _texts.GetValueOrDefault(recipient, ("", comparison.Base.Plan.Symbols.Name(recipient)));
}

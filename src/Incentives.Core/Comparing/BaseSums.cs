using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>What the base pays, by everything a comparison adds up by.</summary>
internal sealed class BaseSums
{
    private readonly VariantRun _run;
    private readonly int _district;
    private readonly Dictionary<(string By, string Key), long> _sums = [];
    private readonly long[] _byRecipient;

    /// <summary>Adds the base up.</summary>
    public BaseSums(VariantRun run, ClauseLabels labels)
    {
        _run = run;
        _district = run.Plan.Keep.KeySlot(run.Plan.Standard("district"));
        _byRecipient = new long[run.Plan.Symbols.Count + 1];
        long[] byClause = new long[run.Plan.Clauses.Count];
        Dictionary<int, long> byDistrict = [];
        long held = 0;
        for (int i = 0; i < run.Lines.Count; i++)
        {
            ref ClaimLine line = ref run.Lines[i];
            held = checked(held + line.Reserved);
            long payable = line.Payable;
            if (line.Clause < 0 || payable == 0) continue;
            byClause[line.Clause] = checked(byClause[line.Clause] + payable);
            _byRecipient[run.RecipientOf(i)] += payable;
            int district = run.Lines.Key(i, _district);
            byDistrict[district] = checked(byDistrict.GetValueOrDefault(district) + payable);
        }

        Held = new Money(held);
        foreach (Clause clause in run.Plan.Clauses)
        {
            Add("total", "", byClause[clause.Index]);
            Add("clause", labels.Of(clause), byClause[clause.Index]);
            Add("department", clause.Department, byClause[clause.Index]);
        }

        foreach ((int district, long fen) in byDistrict) Add("district", NameOf(district), fen);
    }

    /// <summary>Reserved while rows wait.</summary>
    public Money Held { get; }

    /// <summary>All keys.</summary>
    public IEnumerable<(string By, string Key)> Keys => _sums.Keys;

    /// <summary>One sum, in fen.</summary>
    public long this[string by, string key] => _sums.GetValueOrDefault((by, key));

    /// <summary>What a recipient gets, in fen.</summary>
    public long OfRecipient(int recipient) => recipient < _byRecipient.Length ? _byRecipient[recipient] : 0;

    /// <summary>The district of a row; empty for none.</summary>
    public string DistrictOf(int row) => NameOf(_run.Lines.Key(_run.Lines.LinesOf(row).First, _district));

    private string NameOf(int symbol) => symbol == 0 ? "" : _run.Plan.Symbols.Name(symbol);

    private void Add(string by, string key, long fen) => _sums[(by, key)] = checked(_sums.GetValueOrDefault((by, key)) + fen);
}

using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports;

/// <summary>What one worker, or all, put into <c>payouts.csv</c>, in fen: held against the sums of the batch, which are made another way.</summary>
internal sealed class WrittenSums
{
    private readonly int[] _byStatus = new int[Enum.GetValues<Status>().Length];

    /// <summary>Roster rows.</summary>
    public int Rows { get; set; }

    /// <summary>Payout lines.</summary>
    public int Lines => _byStatus.Sum();

    public Int128 Entitled { get; private set; }

    public Int128 Payable { get; private set; }

    /// <summary>Payout lines of a status.</summary>
    public int Of(Status status) => _byStatus[(int)status];

    /// <summary>Counts a line.</summary>
    public void Add(in ClaimLine line)
    {
        _byStatus[(int)line.Status]++;
        Entitled += line.Entitled;
        Payable += line.Payable;
    }

    /// <summary>Adds another's.</summary>
    public void Add(WrittenSums other)
    {
        Rows += other.Rows;
        Entitled += other.Entitled;
        Payable += other.Payable;
        for (int i = 0; i < _byStatus.Length; i++) _byStatus[i] += other._byStatus[i];
    }
}

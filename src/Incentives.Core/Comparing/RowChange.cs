using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>What became of a row under a clause.</summary>
/// <param name="Clause">The clause's index in its run's plan; -1 where the row had no line under it.</param>
/// <param name="Status">The line's status; where there is no line, that of the row's only line, if no clause paid it.</param>
/// <param name="Reason">The code for the status; <see cref="Reason.None"/> where the row had other lines instead.</param>
/// <param name="Payable">Fen paid.</param>
/// <param name="Held">Fen reserved.</param>
internal readonly record struct RowOutcome(short Clause, Status Status, Reason Reason, long Payable, long Held);

/// <summary>A row under a clause that a change moved. These are the pieces of which each difference is the exact sum.</summary>
/// <param name="Row">The row, counted over all rosters from 0.</param>
/// <param name="Step">Which change of the variant, from 0.</param>
/// <param name="Recipient">Symbol of who is paid; 0 for nobody.</param>
/// <param name="Before">Under the changes before it.</param>
/// <param name="After">With it.</param>
internal readonly record struct RowChange(int Row, int Step, int Recipient, RowOutcome Before, RowOutcome After)
{
    /// <summary>What the change adds, in fen; negative for what it takes away.</summary>
    public long Difference => After.Payable - Before.Payable;
}

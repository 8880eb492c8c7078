using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports;

/// <summary>A line that a person should look at, with the text of its row.</summary>
internal sealed record DoubtfulLine(
    string Roster, int Line, string Id, string Recipient, string Award, string Clause, Status Status, Reason Reason, bool AboveCeiling, Money Payable)
{
    /// <summary>The first so many doubtful lines of a batch: those rejected, held or unmatched, those approved above their ceiling.</summary>
    public static IEnumerable<int> First(LineStore lines, int most)
    {
        for (int i = 0; i < lines.Count && most > 0; i++)
        {
            if (!IsDoubtful(lines[i])) continue;
            most--;
            yield return i;
        }
    }

    /// <summary>How many doubtful lines there are.</summary>
    public static int Count(LineStore lines)
    {
        int count = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            if (IsDoubtful(lines[i])) count++;
        }

        return count;
    }

    private static bool IsDoubtful(in ClaimLine line) =>
        line.Status is Status.Rejected or Status.Held or Status.Unmatched
        || (line.Reasons & ((1UL << (int)Reason.AboveCeiling) | (1UL << (int)Reason.ApprovedIgnored))) != 0;
}

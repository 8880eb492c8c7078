namespace Incentives.Tests.Oracle;

/// <summary>Rungs of the model's one ladder.</summary>
internal static class Ladders
{
    /// <summary>How high an award stands; -1 when it stands in no ladder.</summary>
    public static int Rung(Policy policy, string award) => policy.Ladder.ToList().IndexOf(award);
}

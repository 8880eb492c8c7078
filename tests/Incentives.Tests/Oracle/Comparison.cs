namespace Incentives.Tests.Oracle;

/// <summary>Compares the engine with the reference.</summary>
internal static class Comparison
{
    /// <summary>Fails with the example when a line differs.</summary>
    public static void AssertEqual(Example example, IReadOnlyList<Result> expected, IReadOnlyList<Result> got)
    {
        string differences = string.Join('\n', Differences(expected, got));
        if (differences.Length > 0) throw new Xunit.Sdk.XunitException($"{differences}\n{example}");
    }

    /// <summary>The lines that differ, in words.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<Result> expected, IReadOnlyList<Result> got)
    {
        for (int i = 0; i < Math.Max(expected.Count, got.Count); i++)
        {
            Result? e = i < expected.Count ? expected[i] : null, g = i < got.Count ? got[i] : null;
            if (e is null || g is null || !IsMet(e, g)) yield return $"expected {e}\n     got {g}";
        }
    }

    private static bool IsMet(Result e, Result g) =>
        (e.Row, e.Clause, e.Status, e.Payable, e.Parts) == (g.Row, g.Clause, g.Status, g.Payable, g.Parts)
        && (e.Held < 0 || e.Held == g.Held) && (e.Entitled < 0 || e.Entitled == g.Entitled)
        && (e.Reason.Contains('*') || e.Reason.Split('|').Contains(g.Reason));
}

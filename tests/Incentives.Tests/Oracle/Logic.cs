namespace Incentives.Tests.Oracle;

/// <summary>Conditions on cells that may be empty: null is unknown.</summary>
internal static class Logic
{
    /// <summary>Whether a condition holds.</summary>
    public static bool? Of(Condition c, Claim claim)
    {
        if (c.Kind == ConditionKind.Range) return claim.Number(c.Column) is { } number ? IsIn(c, number) : null;
        string? text = claim.Text(c.Column);
        return c.Kind switch
        {
            ConditionKind.Present => text is not null,
            ConditionKind.Absent => text is null,
            ConditionKind.OneOf => Among(text, c.Values),
            _ => !Among(text, c.Values),
        };
    }

    /// <summary>Whether a text is one of some values.</summary>
    public static bool? Among(string? text, IReadOnlyList<string> values) => text is null ? null : values.Contains(text);

    /// <summary>False if one is, else unknown if one is.</summary>
    public static bool? All(IEnumerable<bool?> parts) => parts.Any(p => p == false) ? false : parts.Any(p => p is null) ? null : true;

    /// <summary>True if one is, else unknown if one is.</summary>
    public static bool? Any(IEnumerable<bool?> parts) => parts.Any(p => p == true) ? true : parts.Any(p => p is null) ? null : false;

    private static bool IsIn(Condition c, long number) =>
        (c.Low is not { } low || (c.IsLowOut ? number > low : number >= low)) && (c.High is not { } high || (c.IsHighOut ? number < high : number <= high));
}

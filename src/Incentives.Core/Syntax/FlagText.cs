namespace Incentives.Core.Syntax;

/// <summary>A yes or no as a rule file writes it: 是 or 否, nothing else.</summary>
internal static class FlagText
{
    /// <summary>Reads 是 or 否.</summary>
    public static bool TryParse(string text, out bool value)
    {
        value = text.Trim() == "是";
        return value || text.Trim() == "否";
    }
}

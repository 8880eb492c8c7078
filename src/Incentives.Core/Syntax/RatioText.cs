using Incentives.Core.Numbers;

namespace Incentives.Core.Syntax;

/// <summary>A share or a rate: <c>30%</c>, or theirs to ours as in <c>1:0.5</c>.</summary>
internal static class RatioText
{
    /// <summary>Reads a percentage, which may be negative or above 100%, or two numbers with a colon: ours divided by theirs, theirs above 0.</summary>
    public static bool TryParse(string text, out Rational ratio)
    {
        ratio = default;
        string t = Fold.Width(text).Trim();
        if (t.EndsWith('%'))
        {
            if (!NumberText.TryParse(t[..^1], out Rational percent)) return false;
            ratio = percent / 100L;
            return true;
        }

        int colon = t.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !DecimalText.TryParse(t.AsSpan(0, colon).Trim(), out Rational theirs) || theirs.Sign == 0) return false;
        if (!DecimalText.TryParse(t.AsSpan(colon + 1).Trim(), out Rational ours)) return false;
        ratio = ours / theirs;
        return true;
    }
}

using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>What a group operation does to a claim line, as expressions for its columns; the twin of <c>ClaimLine.Change</c>.</summary>
internal static class Changes
{
    /// <summary>The line's amount becomes <paramref name="amount"/>, and where that is another one <paramref name="code"/> says why. Both are expressions.</summary>
    public static Dictionary<string, string> Amount(string amount, string code) => new()
    {
        ["a"] = amount,
        ["reasons"] = $"l.reasons || case when {amount} <> l.a then ';' || {code} else '' end",
        ["cut"] = $"case when {amount} < l.a then {code} else l.cut end",
        ["zeroed"] = $"case when {amount} <> l.a and {amount} = 0 then {code} else l.zeroed end",
    };

    /// <summary>Where a condition holds the line's fate is decided, whatever else changes.</summary>
    public static Dictionary<string, string> Decide(this Dictionary<string, string> changed, Dialect dialect, string condition, string status, string code)
    {
        void If(string column, string value) => changed[column] = $"case when {condition} then {value} else {changed.GetValueOrDefault(column, $"l.{column}")} end";
        If("a", dialect.Number(0));
        foreach (string flag in (string[])["live", "hold", "is_open", "taint"]) If(flag, "0");
        // It stays a partner of those it won with.
        If("event", "2");
        If("decided", status);
        If("reason", code);
        If("reasons", $"l.reasons || ';' || {code}");
        return changed;
    }

    /// <summary>Where a condition holds the line is suspended, its amount reserved.</summary>
    public static Dictionary<string, string> Hold(this Dictionary<string, string> changed, string condition, string code)
    {
        void If(string column, string value) => changed[column] = $"case when {condition} then {value} else {changed.GetValueOrDefault(column, $"l.{column}")} end";
        If("reason", $"case when l.hold = 1 then l.reason else {code} end");
        If("hold", "1");
        If("reasons", $"l.reasons || ';' || {code}");
        return changed;
    }

    /// <summary>A reason as a literal.</summary>
    public static string Literal(this Reason reason) => $"'{reason.Code()}'";
}

using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>
/// Which award counts as an earlier one for which, as columns: awards count for each other where their <c>class</c> is equal, and, with rungs,
/// where the earlier one's <c>rung</c> is at least as high.
/// </summary>
internal sealed class RecurNames(SqlGroup group, RecurOperation operation)
{
    /// <summary>Whether only the same rung or a higher one counts.</summary>
    public bool HasRungs => operation.Of.Kind == RecurAwardsKind.SameOrHigher;

    /// <summary>The columns <c>class</c> and, with rungs, <c>rung</c>; begins with a comma.</summary>
    public string Columns(string alias) => $", {Class(alias)} as class{(HasRungs ? $", {Rung(alias)} as rung" : "")}";

    /// <summary>Whether a line counts as an award event, before anything is known of repeats.</summary>
    public string IsEvent(RecurOperation op) =>
        $"l.part > 0{(op.CountsPaid ? " and l.live = 1 and l.a > 0" : "")}{(op.Of.Kind == RecurAwardsKind.List ? InList("l") : "")}";

    /// <summary>Whether a history row's award counts at all; begins with <c>and</c>, empty for all.</summary>
    public string InList(string alias) =>
        operation.Of.Kind == RecurAwardsKind.List ? $" and {alias}.award in ({group.Awards(operation.Of.List)})" : "";

    /// <summary>Whether an award can count for some line of the operation; begins with <c>and</c>, empty where any can.</summary>
    public string InReach(string alias) =>
        RecurReach.Of(operation, group.Scheme, group.Script.Plan.Standard("award")) is { Count: > 0 } reach ? $" and {alias}.award in ({group.Awards(reach)})" : "";

    private string Class(string alias)
    {
        if (operation.Of.Kind == RecurAwardsKind.List) return "'listed'";
        var ladders = group.Scheme.Names.Rungs.GroupBy(r => r.Value.Ladder, r => r.Key).OrderBy(l => l.Key, StringComparer.Ordinal);
        if (operation.Of.Kind == RecurAwardsKind.Same || !ladders.Any()) return $"{alias}.award";
        return $"case {string.Concat(ladders.Select(l => $"when {alias}.award in ({group.Awards(l)}) then {group.Dialect.Text("#" + l.Key)} "))}else {alias}.award end";
    }

    private string Rung(string alias)
    {
        var rungs = group.Scheme.Names.Rungs.GroupBy(r => r.Value.Rung, r => r.Key).OrderBy(r => r.Key);
        return rungs.Any() ? $"case {string.Concat(rungs.Select(r => string.Create(CultureInfo.InvariantCulture, $"when {alias}.award in ({group.Awards(r)}) then {r.Key} ")))}else 0 end" : "0";
    }
}

using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Coverage;

/// <summary>The items by what they stand for; what is enumerated and what is observed is the same because both are made here.</summary>
internal static class CoverageItems
{
    /// <summary>A clause.</summary>
    public static CoverageItem Clause(Clause clause) =>
        new(CoverageKind.Clause, clause.Place, new($"条款“{clause.Id}”：没有一行按它得到奖补", $"clause '{clause.Id}': no row is granted by it"));

    /// <summary>A cell of a table, a band of a marginal schedule, or a decision row.</summary>
    public static CoverageItem Cell(Phrase home, Place place, string cell) =>
        new(CoverageKind.Cell, place, new($"{home.Zh}：没有一行取到“{cell}”这一格", $"{home.En}: no row takes the value under '{cell}'"));

    /// <summary>A reason that a construct gives.</summary>
    public static CoverageItem Reason(Phrase home, Place place, string word, Reason reason) =>
        new(CoverageKind.Reason, place, new($"{home.Zh}：没有一行因 {word} 得到原因 {reason.Code()}（{reason.Words().Zh}）", $"{home.En}: no row has the reason {reason.Code()} from {word} ({reason.Words().En})"));

    /// <summary>A limit that only reports.</summary>
    public static CoverageItem Reported(Phrase home, Place place) =>
        new(CoverageKind.Reason, place, new($"{home.Zh}：没有例子超过这个只提示的限额", $"{home.En}: no case passes the limit that is only reported"));

    /// <summary>An option of a reading.</summary>
    public static CoverageItem Option(ReadingInForce reading, string option) =>
        new(CoverageKind.Reading, reading.DeclaredAt, new(
            $"口径“{reading.Id}”的选项“{option}”：没有一个采用它的例子能把它与其他选项区分开", $"reading '{reading.Id}', option '{option}': no case under it tells it from the other options"));

    /// <summary>A row exactly at an edge.</summary>
    public static CoverageItem At(Phrase home, WrittenRange range, in Edge edge) =>
        new(CoverageKind.Edge, range.Place, new(
            $"{home.Zh}：{range.Column.Name} {range.Text.Canonical}，没有一行正好是 {edge.Show()}", $"{home.En}: {range.Column.Name} {range.Text.Canonical}: no row at exactly {edge.Show()}"));

    /// <summary>A row just across an edge.</summary>
    public static CoverageItem Across(Phrase home, WrittenRange range, in Edge edge) =>
        new(CoverageKind.Edge, range.Place, new(
            $"{home.Zh}：{range.Column.Name} {range.Text.Canonical}，没有一行刚刚越过 {edge.Show()}（{edge.ShowAcross().Zh}）", $"{home.En}: {range.Column.Name} {range.Text.Canonical}: no row just across {edge.Show()} ({edge.ShowAcross().En})"));

    /// <summary>The words for a clause, or for a scheme outside its clauses.</summary>
    public static Phrase Home(string? clause, Scheme scheme) =>
        clause is null ? new($"办法“{scheme.Id}”", $"scheme '{scheme.Id}'") : new($"条款“{clause}”", $"clause '{clause}'");

    /// <summary>The words for what a rule on groups is about: its one clause, or the scheme.</summary>
    public static Phrase HomeOf(GroupOperation operation, Scheme scheme) =>
        Home(operation.Among is { Awards.Count: 0, Clauses.Count: 1 } ? scheme.Clauses.First(c => operation.Among.Clauses.Contains(c.Index)).Id : null, scheme);

    /// <summary>The words for a derived column.</summary>
    public static Phrase Home(Column column) => new($"列“{column.Name}”", $"column '{column.Name}'");
}

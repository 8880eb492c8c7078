using Incentives.Core.Diagnostics;

namespace Incentives.Core.Checking;

/// <summary>What the analyses over a compiled scheme can find, in one place.</summary>
internal static class CheckMessages
{
    public static Diagnostic NoCite(Place place, string clause) =>
        new("INC3001", Severity.Warning, place, new($"条款“{clause}”没有写依据条文（cite）", $"clause '{clause}' does not cite its article"), null,
            new("补上 cite，如 cite: 二(八)", "add cite, such as cite: 二(八)"));

    public static Diagnostic NoDepartment(Place place, string clause) =>
        new("INC3002", Severity.Note, place, new($"条款“{clause}”没有写主管部门（department）", $"clause '{clause}' names no department"));

    public static Diagnostic Expired(Place place, string scheme, string until) =>
        new("INC3003", Severity.Note, place, new($"办法 {scheme} 的有效期到 {until} 为止", $"scheme {scheme} was in force until {until}"));

    public static Diagnostic UnusedName(Place place, string name) =>
        new("INC3004", Severity.Warning, place, new($"“{name}”没有用到", $"'{name}' is not used"), null, new("删去，或检查引用处是否写错名称", "remove it, or check whether a reference is misspelt"));

    public static Diagnostic ClausesOverlap(Place place, string clause, Place other, string otherClause, string witness) =>
        new("INC3005", Severity.Error, place,
            new($"条款“{clause}”与“{otherClause}”（{other}）都给予同一行奖补：{witness}", $"clauses '{clause}' and '{otherClause}' ({other}) both grant the same row: {witness}"),
            new("一个 overlap 写明两者的关系（keep: all、highest 或 one），或条件互不重叠", "an overlap that relates the two (keep: all, highest or one), or disjoint conditions"),
            new("核对原文：相加、就高，还是其中一处写错；文本有歧义时用 reading", "see the text: do they add, does the higher hold, or is one a slip; where the text is ambiguous, use a reading"));

    public static Diagnostic PossibleOverlap(Place place, string clause, Place other, string otherClause, string witness) =>
        new("INC3006", Severity.Warning, place,
            new($"条款“{clause}”与“{otherClause}”（{other}）可能都给予同一行奖补：{witness}（涉及推算的列，不能确定）", $"clauses '{clause}' and '{otherClause}' ({other}) may both grant the same row: {witness} (derived columns are involved)"), null,
            new("如果会同时发生，用 overlap 写明关系", "if that can happen, relate them with an overlap"));
}

using Incentives.Core.Diagnostics;

namespace Incentives.Core.Checking;

/// <summary>What the analyses over a compiled scheme can find, in one place.</summary>
internal static partial class CheckMessages
{
    public static Diagnostic NoCite(Place place, string clause) =>
        new("INC3001", Severity.Warning, place, new($"条款“{clause}”没有写依据条文（cite）", $"clause '{clause}' does not cite its article"), null,
            new("补上 cite，如 cite: 二(八)", "add cite, such as cite: 二(八)"));

    public static Diagnostic NoDepartment(Place place, string clause) =>
        new("INC3002", Severity.Note, place, new($"条款“{clause}”没有写主管部门（department）", $"clause '{clause}' names no department"));

    public static Diagnostic NearMiss(Place place, string name, string near) =>
        new("INC3014", Severity.Warning, place, new($"奖项“{name}”没有声明，与已声明的只差一个字", $"award '{name}' is not declared and is one character away from one that is"), null,
            new($"是不是“{near}”？确是另一个奖项时，在 awards 里声明它", $"did you mean '{near}'? If it is another award, declare it under awards"));

    public static Diagnostic UnusedName(Place place, string name) =>
        new("INC3004", Severity.Warning, place, new($"“{name}”没有用到", $"'{name}' is not used"), null, new("删去，或检查引用处是否写错名称", "remove it, or check whether a reference is misspelt"));

    public static Diagnostic ClausesOverlap(Place place, string clause, Place other, string otherClause, Phrase witness) =>
        new("INC3005", Severity.Error, place,
            new($"条款“{clause}”与“{otherClause}”（{other}）都给予同一行奖补：{witness.Zh}", $"clauses '{clause}' and '{otherClause}' ({other}) both grant the same row: {witness.En}"),
            new("一个 overlap 写明两者的关系（keep: all、highest 或 one），或条件互不重叠", "an overlap that relates the two (keep: all, highest or one), or disjoint conditions"),
            new("核对原文：相加、就高，还是其中一处写错；文本有歧义时用 reading", "see the text: do they add, does the higher hold, or is one a slip; where the text is ambiguous, use a reading"));

    public static Diagnostic BandGap(Place place, Phrase where, Phrase witness) =>
        new("INC3007", Severity.Warning, place, new($"{where.Zh}的分档有空隙：{witness.Zh} 落不到任何一档", $"the bands of {where.En} have a gap: {witness.En} falls into none"),
            new("相邻两档首尾相接，写明哪一端包含在内", "bands that join; say which end is included"), new("核对原文的“以上”“不满”", "see the text: 以上 includes, 不满 excludes"));

    public static Diagnostic MissingCell(Place place, Phrase where, Phrase witness) =>
        new("INC3008", Severity.Warning, place, new($"{where.Zh}的表缺一格：{witness.Zh}", $"the table of {where.En} lacks a cell: {witness.En}"), null,
            new("原文有金额就补上；原文确实没有，就写 none", "add it if the policy has an amount; write none if it has none"));

    public static Diagnostic LowerPaysMore(Place place, Phrase lower, string lowerAmount, Phrase higher, string higherAmount) =>
        new("INC3009", Severity.Warning, place,
            new($"“{lower.Zh}”（{lowerAmount} 元）低于“{higher.Zh}”（{higherAmount} 元），金额却更高", $"'{lower.En}' ({lowerAmount} yuan) ranks below '{higher.En}' ({higherAmount} yuan) but pays more"), null,
            new("核对金额的单位和等级的顺序（由低到高）", "check the unit of the amounts and the order of the ladder (lowest first)"));

    public static Diagnostic ClauseGap(Place place, string clause, Place other, string otherClause, Phrase witness) =>
        new("INC3015", Severity.Warning, place,
            new($"条款“{clause}”与“{otherClause}”（{other}）之间有空隙：{witness.Zh} 哪一条也落不到", $"there is a gap between clauses '{clause}' and '{otherClause}' ({other}): {witness.En} falls under neither"),
            new("相邻两档首尾相接，写明哪一端包含在内", "bands that join; say which end is included"), new("核对原文的“以上”“不满”", "see the text: 以上 includes, 不满 excludes"));

    public static Diagnostic CapBelow(Place place, string where, string cap, string least) =>
        new("INC3010", Severity.Warning, place, new($"{where}：封顶 {cap} 元低于它所封的最低金额 {least} 元，金额永远取不到", $"{where}: the cap of {cap} yuan is below the least amount it caps, {least} yuan, which is never paid"), null,
            new("核对封顶金额的单位", "check the unit of the cap"));

    public static Diagnostic PartsTooMuch(Place place, string what, string sum) =>
        new("INC3011", Severity.Warning, place, new($"{what}的比例合计 {sum}，超过 100%", $"the shares of {what} add up to {sum}, more than 100%"), null, new("改正比例", "correct the shares"));

    public static Diagnostic PartsNotWhole(Place place, string what, string sum) =>
        new("INC3012", Severity.Warning, place, new($"{what}合计 {sum}，与应付金额不符，差额归入最后一项", $"{what} add up to {sum}, not to the whole; the last part takes the difference"), null,
            new("改正，或把最后一项写成 rest", "correct them, or write the last as rest"));

    public static Diagnostic QuotaTooSmall(Place place, string clause, string quota, string parts) =>
        new("INC3013", Severity.Warning, place, new($"条款“{clause}”的总名额 {quota} 小于其中分名额之和 {parts}", $"the quota of clause '{clause}', {quota}, is smaller than its sub-quotas, {parts}"), null,
            new("核对名额", "check the quotas"));

    public static Diagnostic PossibleOverlap(Place place, string clause, Place other, string otherClause, Phrase witness) =>
        new("INC3006", Severity.Warning, place,
            new($"条款“{clause}”与“{otherClause}”（{other}）可能都给予同一行奖补：{witness.Zh}（涉及推算的列，不能确定）", $"clauses '{clause}' and '{otherClause}' ({other}) may both grant the same row: {witness.En} (derived columns are involved)"), null,
            new("如果会同时发生，用 overlap 写明关系", "if that can happen, relate them with an overlap"));
}

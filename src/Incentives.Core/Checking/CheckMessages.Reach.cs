using Incentives.Core.Diagnostics;

namespace Incentives.Core.Checking;

/// <summary>Clauses and amounts that no row comes to.</summary>
internal static partial class CheckMessages
{
    public static Diagnostic NeverMet(Place place, string clause, Phrase why) =>
        new("INC3016", Severity.Error, place, new($"没有一行能落到条款“{clause}”：{why.Zh}", $"no row can reach clause '{clause}': {why.En}"),
            new("至少一行能同时满足的条件", "conditions that some row can meet together"), new("核对原文，改正条件或表的键；不再适用的条款删去", "see the text and correct the conditions or the keys of the table; remove a clause that no longer applies"));

    public static Diagnostic NeverInForce(Place place, string clause, string effective, Phrase witness) =>
        new("INC3017", Severity.Warning, place,
            new($"没有一行能落到条款“{clause}”：它要求的日期（如 {witness.Zh}）都在有效期 {effective} 之外", $"no row can reach clause '{clause}': the dates it asks for (such as {witness.En}) all lie outside the period {effective}"), null,
            new("改正条件里的日期或 effective", "correct the dates of the condition or effective"));

    public static Diagnostic AlwaysExcluded(Place place, string clause, Phrase witness) =>
        new("INC3018", Severity.Warning, place, new($"条款“{clause}”一分钱也不会付：它的每一行都被 exclude 排除，如 {witness.Zh}", $"clause '{clause}' never pays: every one of its rows is struck by exclude, such as {witness.En}"), null,
            new("核对 exclude 的条件，或用 among 写明它只涉及哪些条款", "check the conditions of exclude, or say with among which clauses it concerns"));

    public static Diagnostic AlwaysBeaten(Place place, string clause, Place other, string otherClause, Phrase witness) =>
        new("INC3019", Severity.Warning, place,
            new($"条款“{clause}”一分钱也不会付：它的每一行也落到金额不低于它的“{otherClause}”（{other}），就高时总取后者，如 {witness.Zh}", $"clause '{clause}' never pays: every one of its rows also falls under '{otherClause}' ({other}), which pays no less and is kept, such as {witness.En}"), null,
            new("核对两条的条件和金额；确实多余就删去", "check the conditions and amounts of the two; remove it if it is not needed"));

    public static Diagnostic DeadCell(Place place, string clause, Phrase witness) =>
        new("INC3020", Severity.Warning, place, new($"条款“{clause}”的表里有一格没有行能到：{witness.Zh} 不符合 when", $"a cell of the table of clause '{clause}' is never reached: {witness.En} does not meet when"), null,
            new("改正 when 或表的键，或删去这一格", "correct when or the key, or remove the cell"));

    public static Diagnostic AgainstDeclaration(Place place, string clause, string award, Phrase what, string declared) =>
        new("INC3021", Severity.Warning, place,
            new($"条款“{clause}”给予奖项“{award}”的{what.Zh}与声明不符：声明的是“{declared}”，名册不写{what.Zh}时没有一行能落到这里", $"clause '{clause}' asks for another {what.En} of award '{award}' than is declared, '{declared}': a row that leaves it empty never falls here"), null,
            new("改正条件，或改正 awards（或词汇表）里的声明", "correct the condition, or the declaration under awards (or in the vocabulary)"));

    public static Diagnostic AboveCap(Place place, string clause, Phrase witness, string amount, Place capPlace, string cap) =>
        new("INC3027", Severity.Warning, place,
            new($"条款“{clause}”的 {amount} 元（{witness.Zh}）高于管着它的额度 {cap} 元（{capPlace}），付不到那么多", $"the {amount} yuan of clause '{clause}' ({witness.En}) are more than the {cap} yuan of the limit over it ({capPlace}) and are never paid in full"), null,
            new("核对两个金额的单位；额度是按年、按户还是按项", "check the units of the two amounts, and whether the limit is by year, recipient or item"));
}

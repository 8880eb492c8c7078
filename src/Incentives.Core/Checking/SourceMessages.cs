using Incentives.Core.Diagnostics;

namespace Incentives.Core.Checking;

/// <summary>What differs between a scheme and the policy's own text, in one place.</summary>
internal static class SourceMessages
{
    public static Diagnostic AmountNotThere(Place place, string amount, string source) =>
        new("INC3031", Severity.Warning, place, new($"金额“{amount}”在 {source} 里找不到", $"'{amount}' does not stand in {source}"), null,
            new("核对原文的数字和单位；由原文的数算出来的，写成算式，如 30万元 * 50%", "compare number and unit with the text; write what was worked out from it as an expression, such as 30万元 * 50%"));

    public static Diagnostic HonourNotThere(Place place, string honour, string source) =>
        new("INC3032", Severity.Warning, place, new($"奖项“{honour}”在 {source} 里找不到", $"award '{honour}' does not stand in {source}"), null,
            new("照原文写名称，或把原文的写法加到 awards 的 aliases", "name it as the text does, or add the text's spelling to its aliases under awards"));

    public static Diagnostic HonourShortened(Place place, string honour, string source, string part) =>
        new("INC3033", Severity.Note, place, new($"奖项“{honour}”在 {source} 里只写作“{part}”", $"of award '{honour}' only '{part}' stands in {source}"), null,
            new("看一眼是不是同一项", "see whether the same award is meant"));

    public static Diagnostic ArticleNotThere(Place place, Severity severity, string clause, string cite, string missing, string source) =>
        new("INC3034", severity, place, new($"条款“{clause}”的依据“{cite}”在 {source} 里找不到：没有“{missing}”", $"the article '{cite}' of clause '{clause}' does not stand in {source}: there is no '{missing}'"), null,
            new("改正 cite；原文节选没有这一条时，找全文核对", "correct cite; if the text is an excerpt without it, look into the whole text"));

    public static Diagnostic SeveralAmounts(Place place, string honour, Phrase amounts, Phrase granted, Phrase options) =>
        new("INC3035", Severity.Warning, place,
            new($"奖项“{honour}”在原文里有几个金额：{amounts.Zh}；办法给的是 {granted.Zh}{options.Zh}", $"award '{honour}' stands in the text with several amounts: {amounts.En}; the scheme grants {granted.En}{options.En}"), null,
            new("原文自相矛盾时写成 reading，由有权的部门决定；条件不同时把条件写进条款", "where the text contradicts itself declare a reading for the department to decide; where conditions differ, write them into the clauses"));

    public static Diagnostic AmountUnused(Place place, string amount, string context) =>
        new("INC3036", Severity.Note, place, new($"原文的金额“{amount}”没有条款用到：{context}", $"no clause uses the text's '{amount}': {context}"), null,
            new("是奖补就补上条款；是门槛、背景或例子就不必管", "add a clause if it is a grant; leave it if it is a threshold, background or an example"));

    public static Diagnostic NoAmounts(Place place) =>
        new("INC3037", Severity.Warning, place, new("原文里没有一个金额", "there is no amount in the text"), null,
            new("看看是不是给错了文件，或者只有图片、附件里才有金额", "see whether it is the right file, or whether the amounts stand in a picture or an annex"));

    public static Diagnostic OtherAmount(Place place, string honour, Phrase amounts, Phrase granted) =>
        new("INC3038", Severity.Warning, place, new($"原文给“{honour}”的是 {amounts.Zh}，办法给的是 {granted.Zh}", $"the text grants '{honour}' {amounts.En}, the scheme {granted.En}"), null,
            new("核对原文，改正金额", "see the text and correct the amount"));

    public static Diagnostic Unreadable(string file, Phrase why) =>
        new("INC3039", Severity.Error, new Place(file), new($"原文不能读：{why.Zh}", $"the text cannot be read: {why.En}"), new("UTF-8 或 GB18030 的纯文本", "plain text in UTF-8 or GB18030"),
            new("把网页、Word、PDF 的文字复制到文本文件里", "copy the words of a page, a document or a PDF into a text file"));

    public static Diagnostic GuessedGb18030(Place place) =>
        new("INC3040", Severity.Note, place, new("原文不是 UTF-8，已按 GB18030（GBK）读取", "the text is not UTF-8; it was read as GB18030 (GBK)"));
}

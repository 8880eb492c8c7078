using System.Text;
using Incentives.Tests.Commands;
using static Incentives.Tests.Checking.Planted;

namespace Incentives.Tests.Checking;

/// <summary>A scheme held against the policy's own text.</summary>
public sealed class SourceTests : IDisposable
{
    // Made up for the test: like a published text, it lists one honour in two tiers.
    private const string Text =
        """
        示例市品牌奖励办法
        一、总则
        为鼓励创牌，制定本办法，三年共安排2000万元。
        二、奖励
        (一)对首次获得示例市市长质量奖、示例老字号的企业，给予不高于三十万元的奖励。
        (二)对首次通过示例老字号、“示例名品”认定的企业，给予不高于5万元的奖励。
        (三)对获得标准创新奖一等奖、标准创新奖二等奖的，分别给予20、10万元；对绿色工厂给予3-8万元补助。

        """;

    private const string Scheme =
        """
        scheme: plan
        title: 示例办法
        status: in-force
        effective: 2024
        clauses:
          - {id: top, cite: 二(一), department: 市局, when: {award: [示例市市长质量奖, 示例老字号]}, pay: {up-to: 30万元}}
          - {id: low, cite: 二(二), department: 市局, when: {award: 示例名品}, pay: {up-to: 5万元}}
          - {id: standards, cite: 二(三), department: 市局, pay: {fixed: {by: award, 标准创新奖一等奖: 20万元, 标准创新奖二等奖: 10万元}}}

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // 示例老字号 stands in (一) and in (二); what is not encoded is listed.
    [Fact]
    public void An_honour_with_two_amounts_and_the_amounts_that_nothing_uses() => Finds(
        Scheme,
        """
        policy.txt:3:18: 说明 INC3036: 原文的金额“2000万元”没有条款用到：…鼓励创牌，制定本办法，三年共安排2000万元。
          怎么办：是奖补就补上条款；是门槛、背景或例子就不必管
        policy.txt:6:9: 警告 INC3035: 奖项“示例老字号”在原文里有几个金额：300,000 元（policy.txt:5:18）、50,000 元（policy.txt:6:9）；办法给的是 300,000 元
          怎么办：原文自相矛盾时写成 reading，由有权的部门决定；条件不同时把条件写进条款
        policy.txt:7:45: 说明 INC3036: 原文的金额“3”没有条款用到：…予20、10万元；对绿色工厂给予3-8万元补助。
          怎么办：是奖补就补上条款；是门槛、背景或例子就不必管
        policy.txt:7:47: 说明 INC3036: 原文的金额“8万元”没有条款用到：…0、10万元；对绿色工厂给予3-8万元补助。
          怎么办：是奖补就补上条款；是门槛、背景或例子就不必管
        """,
        """
        policy.txt:3:18: note INC3036: no clause uses the text's '2000万元': …鼓励创牌，制定本办法，三年共安排2000万元。
          next step: add a clause if it is a grant; leave it if it is a threshold, background or an example
        policy.txt:6:9: warning INC3035: award '示例老字号' stands in the text with several amounts: 300,000 yuan (policy.txt:5:18), 50,000 yuan (policy.txt:6:9); the scheme grants 300,000 yuan
          next step: where the text contradicts itself declare a reading for the department to decide; where conditions differ, write them into the clauses
        policy.txt:7:45: note INC3036: no clause uses the text's '3': …予20、10万元；对绿色工厂给予3-8万元补助。
          next step: add a clause if it is a grant; leave it if it is a threshold, background or an example
        policy.txt:7:47: note INC3036: no clause uses the text's '8万元': …0、10万元；对绿色工厂给予3-8万元补助。
          next step: add a clause if it is a grant; leave it if it is a threshold, background or an example
        """);

    [Fact]
    public void The_reading_that_grants_the_other_amount_is_named()
    {
        string scheme = Scheme.Replace("[示例市市长质量奖, 示例老字号]", "{reading: tier, high: [示例市市长质量奖, 示例老字号], low: 示例市市长质量奖}", StringComparison.Ordinal)
            .Replace("{award: 示例名品}", "{award: {reading: tier, high: 示例名品, low: [示例名品, 示例老字号]}}", StringComparison.Ordinal)
            .Replace("clauses:", "readings: {tier: {question: 哪一档？, default: high, decided-by: 市局}}\nclauses:", StringComparison.Ordinal);
        Check(scheme, "zh").Error.Should().Contain("；办法给的是 300,000 元，口径 tier=low 时给 50,000 元\n");
        Check(scheme, "en").Error.Should().Contain("; the scheme grants 300,000 yuan, and 50,000 yuan with reading tier=low\n");
    }

    // A scheme that grants both, on conditions of its own, says what the text says.
    [Fact]
    public void Two_amounts_that_the_scheme_grants_are_no_finding() =>
        Check(Scheme + "  - {id: both, cite: 二(二), department: 市局, when: {award: 示例老字号}, pay: {up-to: 5万元}}\noverlap: {among: [top, both], keep: one}\n", "en").Error.Should().NotContain("INC3035");

    [Fact]
    public void What_the_scheme_has_and_the_text_has_not() => Differs(
        Scheme.Replace("up-to: 5万元", "up-to: 6万元", StringComparison.Ordinal).Replace("二(二)", "二(九)", StringComparison.Ordinal).Replace("award: 示例名品", "award: [示例名品, 示例驰名商标, 示例市绿色工厂]", StringComparison.Ordinal),
        """
        plan.yaml:7:10: 警告 INC3034: 条款“low”的依据“二(九)”在 policy.txt 里找不到：没有“(九)”
          怎么办：改正 cite；原文节选没有这一条时，找全文核对
        plan.yaml:7:64: 警告 INC3032: 奖项“示例驰名商标”在 policy.txt 里找不到
          怎么办：照原文写名称，或把原文的写法加到 awards 的 aliases
        plan.yaml:7:72: 说明 INC3033: 奖项“示例市绿色工厂”在 policy.txt 里只写作“绿色工厂”
          怎么办：看一眼是不是同一项
        plan.yaml:7:96: 警告 INC3031: 金额“6万元”在 policy.txt 里找不到
          怎么办：核对原文的数字和单位；由原文的数算出来的，写成算式，如 30万元 * 50%
        """,
        """
        plan.yaml:7:10: warning INC3034: the article '二(九)' of clause 'low' does not stand in policy.txt: there is no '(九)'
          next step: correct cite; if the text is an excerpt without it, look into the whole text
        plan.yaml:7:64: warning INC3032: award '示例驰名商标' does not stand in policy.txt
          next step: name it as the text does, or add the text's spelling to its aliases under awards
        plan.yaml:7:72: note INC3033: of award '示例市绿色工厂' only '绿色工厂' stands in policy.txt
          next step: see whether the same award is meant
        plan.yaml:7:96: warning INC3031: '6万元' does not stand in policy.txt
          next step: compare number and unit with the text; write what was worked out from it as an expression, such as 30万元 * 50%
        """);

    // Both amounts stand in the text, but the other way round: 分别 goes by position.
    [Fact]
    public void Amounts_that_are_swapped()
    {
        string scheme = Scheme.Replace("一等奖: 20万元, 标准创新奖二等奖: 10万元", "二等奖: 20万元, 标准创新奖一等奖: 10万元", StringComparison.Ordinal);
        string[] said = [.. Check(scheme, "zh").Error.Split('\n').Where(l => l.Contains("INC3038", StringComparison.Ordinal))];
        said.Should().Equal(
            "policy.txt:7:7: 警告 INC3038: 原文给“标准创新奖一等奖”的是 200,000 元（policy.txt:7:7），办法给的是 100,000 元",
            "policy.txt:7:16: 警告 INC3038: 原文给“标准创新奖二等奖”的是 100,000 元（policy.txt:7:16），办法给的是 200,000 元");
        Check(scheme, "en").Error.Should().Contain("policy.txt:7:7: warning INC3038: the text grants '标准创新奖一等奖' 200,000 yuan (policy.txt:7:7), the scheme 100,000 yuan\n  next step: see the text and correct the amount\n");
    }

    [Fact]
    public void A_text_in_GB18030()
    {
        Encoding gb = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
        _folder.Write("policy.txt", gb.GetBytes(Text));
        CommandResult result = Run(Scheme, "en");
        result.Error.Should().StartWith("policy.txt: note INC3040: the text is not UTF-8; it was read as GB18030 (GBK)\n").And.Contain("policy.txt:6:9: warning INC3035");
        result.Exit.Should().Be(0);
        Run(Scheme, "zh").Error.Should().StartWith("policy.txt: 说明 INC3040: 原文不是 UTF-8，已按 GB18030（GBK）读取\n");
    }

    [Fact]
    public void A_text_without_amounts()
    {
        _folder.Write("policy.txt", "示例市品牌奖励办法的通知，具体见附件。\n");
        Run(Scheme, "zh").Error.Should().Contain("policy.txt: 警告 INC3037: 原文里没有一个金额\n  怎么办：看看是不是给错了文件，或者只有图片、附件里才有金额\n").And.NotContain("INC3031");
        Run(Scheme, "en").Error.Should().Contain("policy.txt: warning INC3037: there is no amount in the text\n  next step: see whether it is the right file, or whether the amounts stand in a picture or an annex\n");
    }

    [Fact]
    public void A_file_that_is_no_text()
    {
        _folder.Write("policy.txt", [0x50, 0x4B, 3, 4, 0, 0, 0xFF]);
        Says(Run(Scheme, "zh"), 2, "policy.txt: 错误 INC3039: 原文不能读：它不是文字，或编码认不出\n  应为：UTF-8 或 GB18030 的纯文本\n  怎么办：把网页、Word、PDF 的文字复制到文本文件里");
        Says(Run(Scheme, "en"), 2, "policy.txt: error INC3039: the text cannot be read: it is not text, or its encoding is not known\n  expected: plain text in UTF-8 or GB18030\n  next step: copy the words of a page, a document or a PDF into a text file");
        File.Delete(_folder["policy.txt"]);
        Says(Run(Scheme, "en"), 2, "policy.txt: error INC3039: the text cannot be read: the file cannot be opened\n  expected: plain text in UTF-8 or GB18030\n  next step: copy the words of a page, a document or a PDF into a text file");
    }

    // Numbers of a table in 万元 stand alone.
    [Fact]
    public void A_table_that_states_its_unit_once()
    {
        _folder.Write("policy.txt", "二、奖励标准(单位：万元)\n(一)示例市市长质量奖 30\n(一)示例老字号 30\n(二)示例名品 5\n(三)标准创新奖一等奖 20\n标准创新奖二等奖 10\n另给1000元\n");
        Run(Scheme, "en").Error.Should().NotContain("INC3031");
    }

    private void Differs(string scheme, string chinese, string english)
    {
        Rules(Check(scheme, "zh")).Should().Be(chinese);
        Rules(Check(scheme, "en")).Should().Be(english);
    }

    private void Finds(string scheme, string chinese, string english)
    {
        Says(Check(scheme, "zh"), 0, chinese);
        Says(Check(scheme, "en"), 0, english);
    }

    // What is said of the scheme's own lines.
    private static string Rules(CommandResult result)
    {
        string[] lines = result.Error.TrimEnd('\n').Split('\n');
        return string.Join('\n', lines.Where((_, i) => lines[..(i + 1)].Last(l => !l.StartsWith(' ')).StartsWith("plan.yaml", StringComparison.Ordinal)));
    }

    private CommandResult Check(string scheme, string language)
    {
        _folder.Write("policy.txt", Text);
        return Run(scheme, language);
    }

    private CommandResult Run(string scheme, string language) =>
        CommandLine.Run("check", _folder.Write("plan.yaml", scheme), "--on", "2024-06-30", "--source", _folder["policy.txt"], "--lang", language);
}

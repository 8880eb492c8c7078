using Incentives.Core.Compilation;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Forecasting;

/// <summary>What is said of targets that cannot be used.</summary>
public sealed class TargetMessagesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("67", 67, 67L)]
    [InlineData("0..8", 0, 8L)]
    [InlineData("600家以上", 600, null)]
    [InlineData("超过1000家", 1001, null)]
    [InlineData("不满5家", 0, 4L)]
    [InlineData("20..40项", 20, 40L)]
    [InlineData("1.2万家", 12000, 12000L)]
    public void Counts(string text, long least, long? most) => TargetCompiler.Count(text).Should().Be(new CountRange(least, most));

    [Theory]
    [InlineData("很多")]
    [InlineData("2.5")]
    [InlineData("8..2")]
    [InlineData("50%")]
    [InlineData("3万元")]
    public void No_counts(string text) => TargetCompiler.Count(text).Should().BeNull();

    [Fact]
    public void A_slip_in_an_award() => Says("award: 示例将, count: 1, kind: new, by: 2024",
        """
        probe.targets.yaml:3:5: 警告 INC9401: 目标中的奖项“示例将”在办法里没有，与办法里的只差一个字
          怎么办：是不是“示例奖”？确是另一个奖项时，在词汇表或 awards 里声明它
        """,
        """
        probe.targets.yaml:3:5: warning INC9401: the target's award '示例将' is not in the scheme and is one character away from one that is
          next step: did you mean '示例奖'? If it is another award, declare it in a vocabulary or under awards
        """);

    [Fact]
    public void Targets_of_no_scheme() => Says("award: 示例奖, count: 1, kind: new, by: 2024",
        """
        probe.targets.yaml:1:1: 错误 INC9402: 目标所属的办法“prob”没有载入
          怎么办：是不是“probe”？
        """,
        """
        probe.targets.yaml:1:1: error INC9402: the targets' scheme 'prob' is not among the schemes loaded
          next step: did you mean 'probe'?
        """, scheme: "prob");

    [Theory]
    [InlineData("award: 示例奖, name: 别的, count: 1, kind: new")]
    [InlineData("award: 示例奖, value: 1, kind: other")]
    [InlineData("name: 别的, count: 1, kind: stock")]
    [InlineData("count: 1, kind: new")]
    public void Neither_award_nor_name(string item) => Says(item,
        """
        probe.targets.yaml:3:5: 错误 INC9403: 这一项没有写明是奖项还是别的
          应为：奖项写 award 和 kind: new、stock 或 held；别的写 name 和 kind: other
        """,
        """
        probe.targets.yaml:3:5: error INC9403: the item does not say whether it is an award or something else
          expected: award with kind: new, stock or held for an award; name with kind: other for anything else
        """);

    [Fact]
    public void No_count() => Says("award: 示例奖, kind: new, by: 2024",
        """
        probe.targets.yaml:3:5: 错误 INC9404: “示例奖”没有写数量
          怎么办：补上 count，如 count: 30 或 count: 20..40
        """,
        """
        probe.targets.yaml:3:5: error INC9404: '示例奖' has no count
          next step: add count, such as count: 30 or count: 20..40
        """);

    [Fact]
    public void An_unreadable_count() => Says("award: 示例奖, count: 若干, kind: new",
        """
        probe.targets.yaml:3:25: 错误 INC9405: 数量“若干”无法识别
          应为：整数或范围，如 30、20..40、600家以上
        """,
        """
        probe.targets.yaml:3:25: error INC9405: the count '若干' cannot be read
          expected: a whole number or a range, such as 30, 20..40, 600家以上
        """);

    [Fact]
    public void An_unreadable_year() => Says("award: 示例奖, count: 1, kind: new, by: 十四五",
        """
        probe.targets.yaml:3:43: 错误 INC9406: by “十四五”不是年份
          应为：by: 2025，或 each: 2023..2025
        """,
        """
        probe.targets.yaml:3:43: error INC9406: by '十四五' is no year
          expected: by: 2025, or each: 2023..2025
        """);

    [Fact]
    public void Both_by_and_each() => Says("award: 示例奖, count: 1, kind: new, by: 2024, each: 2024",
        """
        probe.targets.yaml:3:55: 错误 INC9407: by 和 each 只能写一个
          怎么办：到某年累计的写 by，每年都有的写 each
        """,
        """
        probe.targets.yaml:3:55: error INC9407: only one of by and each may be written
          next step: by for a sum until a year, each for every year
        """);

    [Fact]
    public void An_unknown_key() => CheckOf("award: 示例奖, cuont: 1, kind: new", "probe").Error.Should().Contain("INC2001: 'cuont' is not a key of target").And.Contain("did you mean 'count'?");

    [Fact]
    public void No_targets_beside_the_rules() => CommandLine.Refuses(["forecast", "--rules", _folder.Write("probe.yaml", ProbeScheme.Text)],
        """
        错误 INC9408: 规则旁边没有属于这些办法的目标文件
          应为：第一项是“targets: 办法的标识”的 .yaml 文件
          怎么办：写一个目标文件，或用 --targets 指定
        """,
        """
        error INC9408: there is no file of targets for these schemes beside the rules
          expected: a .yaml file whose first key is 'targets: the-scheme's-id'
          next step: write one, or name one with --targets
        """);

    [Fact]
    public void A_file_that_is_no_targets()
    {
        string rules = _folder.Write("probe.yaml", ProbeScheme.Text);
        CommandLine.Refuses(["forecast", "--rules", rules, "--targets", rules],
            """
            probe.yaml:1:1: 错误 INC9409: 这不是目标文件
              应为：第一项是“targets: …”
            """,
            """
            probe.yaml:1:1: error INC9409: this is not a file of targets
              expected: a file whose first key is 'targets: ...'
            """);
    }

    [Fact]
    public void A_folder_that_is_no_forecast_is_refused_and_untouched()
    {
        _folder.Write("out/重要.docx", "四月的会议纪要");
        string output = _folder["out"];
        CommandLine.Refuses(["forecast", "--rules", Repository.Path(Calculation.Zhuzhou), "--out", output],
            $"""
            {output}: 错误 INC9410: --out 已经存在，而且不是以前的测算文件夹，不会覆盖它
              应为：一个新文件夹，或以前 forecast 的输出
              怎么办：换一个文件夹名
            """,
            $"""
            {output}: error INC9410: --out exists and is not an earlier folder of forecast; it will not be overwritten
              expected: a new folder, or an earlier output of forecast
              next step: choose another folder name
            """);
        Directory.EnumerateFileSystemEntries(output).Should().Equal(_folder["out/重要.docx"]);
    }

    private void Says(string item, string chinese, string english, string scheme = "probe")
    {
        Only(CheckOf(item, scheme, "zh").Error).Should().Be(chinese);
        CommandResult result = CheckOf(item, scheme);
        Only(result.Error).Should().Be(english);
        result.Exit.Should().Be(english.Contains("error", StringComparison.Ordinal) ? 1 : 0);

        // The scheme of the test has remarks of its own.
        static string Only(string text) => text[text.IndexOf("probe.targets", StringComparison.Ordinal)..].Split("\nprobe.yaml")[0].TrimEnd('\n');
    }

    private CommandResult CheckOf(string item, string scheme, string language = "en")
    {
        _folder.Write("rules/probe.yaml", ProbeScheme.Text);
        _folder.Write("rules/probe.targets.yaml", $"targets: {scheme}\nitems:\n  - {{{item}}}\n");
        return CommandLine.Run("check", _folder["rules"], "--lang", language);
    }
}

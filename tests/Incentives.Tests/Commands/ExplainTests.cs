using System.Text.RegularExpressions;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Commands;

/// <summary>
/// What <c>explain</c> says of each kind of row of the sample roster, whole and in both languages. Only the widths of the table are left open: runs of spaces and of
/// the rule are shortened.
/// </summary>
public sealed partial class ExplainTests : IClassFixture<ExplainTests.SampleRun>
{
    private readonly string _run;

    public ExplainTests(SampleRun sample) => _run = sample.Folder;

    // 800,000 approved under 1,000,000.
    [Fact]
    public void A_paid_row() => Explains("ZZ002",
        """
        zhuzhou-2024.csv 第 3 行：株洲示例检验检测中心，国检中心
          办法：株洲市品牌提升工程行动计划(征求意见稿)（zhuzhou-brand-2023）
          条款：platforms，二(八)，市市场监管局

          阶段  做了什么  依据  看了哪些值  之前（元）  之后（元）
        ─
          2 选择条款  条款适用  二(八)  奖项=国检中心  0  0
          3 计算  上限（不高于）  二(八)  0  1,000,000
          3 计算  核定金额：按核定金额  二(八)  核定金额=800,000  1,000,000  800,000
          4 以往获奖  首次，以前没有获得  二(八)  800,000  800,000

          结果：支付（pay），按核定金额（approved），应得 800,000 元，应付 800,000 元
        """,
        """
        zhuzhou-2024.csv line 3: 株洲示例检验检测中心, 国检中心
          scheme: 株洲市品牌提升工程行动计划(征求意见稿) (zhuzhou-brand-2023)
          clause: platforms, 二(八), 市市场监管局

          stage  what was done  article  values  before (yuan)  after (yuan)
        ─
          2 select  the clause applies  二(八)  award=国检中心  0  0
          3 rate  a ceiling (at most)  二(八)  0  1,000,000
          3 rate  the approved amount: as approved  二(八)  approved=800,000  1,000,000  800,000
          4 recur  the first time  二(八)  800,000  800,000

          result: pay, as approved (approved), entitled 800,000 yuan, payable 800,000 yuan
        """);

    // Nothing approved: at most 1,000,000.
    [Fact]
    public void A_ceiling_nobody_has_set_an_amount_under() => Explains("ZZ001",
        """
        zhuzhou-2024.csv 第 2 行：株洲示例轨道装备有限公司，国家级重点实验室
          办法：株洲市品牌提升工程行动计划(征求意见稿)（zhuzhou-brand-2023）
          条款：platforms，二(八)，市市场监管局

          阶段  做了什么  依据  看了哪些值  之前（元）  之后（元）
        ─
          2 选择条款  条款适用  二(八)  奖项=国家级重点实验室  0  0
          3 计算  上限（不高于）  二(八)  0  1,000,000
          3 计算  核定金额：上限，尚未核定金额  二(八)  1,000,000  1,000,000
          4 以往获奖  首次，以前没有获得  二(八)  1,000,000  1,000,000

          结果：上限内支付（pay-up-to），上限，尚未核定金额（ceiling-open），应得 1,000,000 元，应付 1,000,000 元
        """,
        """
        zhuzhou-2024.csv line 2: 株洲示例轨道装备有限公司, 国家级重点实验室
          scheme: 株洲市品牌提升工程行动计划(征求意见稿) (zhuzhou-brand-2023)
          clause: platforms, 二(八), 市市场监管局

          stage  what was done  article  values  before (yuan)  after (yuan)
        ─
          2 select  the clause applies  二(八)  award=国家级重点实验室  0  0
          3 rate  a ceiling (at most)  二(八)  0  1,000,000
          3 rate  the approved amount: a ceiling; no amount approved yet  二(八)  1,000,000  1,000,000
          4 recur  the first time  二(八)  1,000,000  1,000,000

          result: pay-up-to, a ceiling; no amount approved yet (ceiling-open), entitled 1,000,000 yuan, payable 1,000,000 yuan
        """);

    // 1,200,000 approved over 1,000,000.
    [Fact]
    public void An_amount_above_its_ceiling() => Explains("ZZ003",
        """
        zhuzhou-2024.csv 第 4 行：株洲示例硬质合金有限公司，企业技术中心
          办法：株洲市品牌提升工程行动计划(征求意见稿)（zhuzhou-brand-2023）
          条款：platforms，二(八)，市市场监管局

          阶段  做了什么  依据  看了哪些值  之前（元）  之后（元）
        ─
          2 选择条款  条款适用  二(八)  奖项=企业技术中心  0  0
          3 计算  上限（不高于）  二(八)  0  1,000,000
          3 计算  核定金额：核定金额超过上限，按上限  二(八)  核定金额=1,200,000  1,000,000  1,000,000
          4 以往获奖  首次，以前没有获得  二(八)  1,000,000  1,000,000

          结果：支付（pay），核定金额超过上限，按上限（above-ceiling），应得 1,000,000 元，应付 1,000,000 元
        """,
        """
        zhuzhou-2024.csv line 4: 株洲示例硬质合金有限公司, 企业技术中心
          scheme: 株洲市品牌提升工程行动计划(征求意见稿) (zhuzhou-brand-2023)
          clause: platforms, 二(八), 市市场监管局

          stage  what was done  article  values  before (yuan)  after (yuan)
        ─
          2 select  the clause applies  二(八)  award=企业技术中心  0  0
          3 rate  a ceiling (at most)  二(八)  0  1,000,000
          3 rate  the approved amount: approved above the ceiling; the ceiling is  二(八)  approved=1,200,000  1,000,000  1,000,000
          paid
          4 recur  the first time  二(八)  1,000,000  1,000,000

          result: pay, approved above the ceiling; the ceiling is paid (above-ceiling), entitled 1,000,000 yuan, payable 1,000,000 yuan
        """);

    // Rank 2 gives 100,000, for each of two standards.
    [Fact]
    public void A_table_and_a_quantity() => Explains("ZZ009",
        """
        zhuzhou-2024.csv 第 10 行：株洲示例传动系统有限公司，标准制修订
          办法：株洲市品牌提升工程行动计划(征求意见稿)（zhuzhou-brand-2023）
          条款：standards，二(八)，市市场监管局

          阶段  做了什么  依据  看了哪些值  之前（元）  之后（元）
        ─
          2 选择条款  条款适用  二(八)  奖项=标准制修订，对象类型=组织，级别=国家，排名=2  0  0
          3 计算  上限（不高于）  二(八)  排名=2  0  100,000
          3 计算  乘以数量  二(八)  数量=2  100,000  200,000
          3 计算  核定金额：上限，尚未核定金额  二(八)  200,000  200,000

          结果：上限内支付（pay-up-to），上限，尚未核定金额（ceiling-open），应得 200,000 元，应付 200,000 元
        """,
        """
        zhuzhou-2024.csv line 10: 株洲示例传动系统有限公司, 标准制修订
          scheme: 株洲市品牌提升工程行动计划(征求意见稿) (zhuzhou-brand-2023)
          clause: standards, 二(八), 市市场监管局

          stage  what was done  article  values  before (yuan)  after (yuan)
        ─
          2 select  the clause applies  二(八)  award=标准制修订, recipient-kind=组织,  0  0
          level=国家, rank=2
          3 rate  a ceiling (at most)  二(八)  rank=2  0  100,000
          3 rate  times the quantity  二(八)  quantity=2  100,000  200,000
          3 rate  the approved amount: a ceiling; no amount  二(八)  200,000  200,000
          approved yet

          result: pay-up-to, a ceiling; no amount approved yet (ceiling-open), entitled 200,000 yuan, payable 200,000 yuan
        """);

    // The honour of ZZ015, eight months earlier, came first.
    [Fact]
    public void Not_the_first_in_the_batch() => Explains("ZZ014",
        """
        zhuzhou-2024.csv 第 15 行：株洲示例硬质合金有限公司，中国专利奖
          办法：株洲市品牌提升工程行动计划(征求意见稿)（zhuzhou-brand-2023）
          条款：honours-50，二(九)，市财政局

          阶段  做了什么  依据  看了哪些值  之前（元）  之后（元）
        ─
          2 选择条款  条款适用  二(九)  奖项=中国专利奖，对象类型=组织  0  0
          3 计算  上限（不高于）  二(九)  0  500,000
          3 计算  核定金额：上限，尚未核定金额  二(九)  500,000  500,000
          4 以往获奖  以前获得过：不是首次（见 zhuzhou-2024.csv 第 16 行）  二(九)  500,000  0

          结果：不支付（zero），不是首次（not-first），应得 500,000 元，应付 0 元
        """,
        """
        zhuzhou-2024.csv line 15: 株洲示例硬质合金有限公司, 中国专利奖
          scheme: 株洲市品牌提升工程行动计划(征求意见稿) (zhuzhou-brand-2023)
          clause: honours-50, 二(九), 市财政局

          stage  what was done  article  values  before (yuan)  after (yuan)
        ─
          2 select  the clause applies  二(九)  award=中国专利奖, recipient-kind=组织  0  0
          3 rate  a ceiling (at most)  二(九)  0  500,000
          3 rate  the approved amount: a ceiling; no amount  二(九)  500,000  500,000
          approved yet
          4 recur  granted before: not the first time (see  二(九)  500,000  0
          zhuzhou-2024.csv line 16)

          result: zero, not the first time (not-first), entitled 500,000 yuan, payable 0 yuan
        """);

    // The third record of the history came first, though no money was paid.
    [Fact]
    public void Not_the_first_since_the_history() => Explains("ZZ005",
        """
        zhuzhou-2024.csv 第 6 行：株洲示例传动系统有限公司，企业技术中心
          办法：株洲市品牌提升工程行动计划(征求意见稿)（zhuzhou-brand-2023）
          条款：platforms，二(八)，市市场监管局

          阶段  做了什么  依据  看了哪些值  之前（元）  之后（元）
        ─
          2 选择条款  条款适用  二(八)  奖项=企业技术中心  0  0
          3 计算  上限（不高于）  二(八)  0  1,000,000
          3 计算  核定金额：上限，尚未核定金额  二(八)  1,000,000  1,000,000
          4 以往获奖  以前获得过：不是首次（见 zhuzhou-history.csv 第 4 行）  二(八)  1,000,000  0

          结果：不支付（zero），不是首次（not-first），应得 1,000,000 元，应付 0 元
        """,
        """
        zhuzhou-2024.csv line 6: 株洲示例传动系统有限公司, 企业技术中心
          scheme: 株洲市品牌提升工程行动计划(征求意见稿) (zhuzhou-brand-2023)
          clause: platforms, 二(八), 市市场监管局

          stage  what was done  article  values  before (yuan)  after (yuan)
        ─
          2 select  the clause applies  二(八)  award=企业技术中心  0  0
          3 rate  a ceiling (at most)  二(八)  0  1,000,000
          3 rate  the approved amount: a ceiling; no amount approved yet  二(八)  1,000,000  1,000,000
          4 recur  granted before: not the first time (see zhuzhou-history.csv  二(八)  1,000,000  0
          line 4)

          result: zero, not the first time (not-first), entitled 1,000,000 yuan, payable 0 yuan
        """);

    // Without its rank nobody can say what the standard earns.
    [Fact]
    public void A_held_row() => Explains("ZZ012",
        """
        zhuzhou-2024.csv 第 13 行：株洲示例传动系统有限公司，标准制修订

          阶段  做了什么  依据  看了哪些值  之前（元）  之后（元）
        ─
          2 选择条款  查找适用条款：缺少判断所需的内容  排名=（空）  0  0

          结果：暂缓（held），缺少判断所需的内容（missing-value），应得 0 元，应付 0 元
        """,
        """
        zhuzhou-2024.csv line 13: 株洲示例传动系统有限公司, 标准制修订

          stage  what was done  article  values  before (yuan)  after (yuan)
        ─
          2 select  clauses were looked for: a value the clause needs is missing  rank=(empty)  0  0

          result: held, a value the clause needs is missing (missing-value), entitled 0 yuan, payable 0 yuan
        """);

    // February has no 30th.
    [Fact]
    public void A_rejected_row() => Explains("ZZ035",
        """
        zhuzhou-2024.csv 第 36 行：醴陵示例陶瓷有限公司，湖南省工业质量标杆

          阶段  做了什么  依据  看了哪些值  之前（元）  之后（元）
        ─
          1 读取  读取本行：日期无法识别  认定日期=2024-02-30  0  0

          结果：退回（rejected），日期无法识别（bad-date），应得 0 元，应付 0 元
        """,
        """
        zhuzhou-2024.csv line 36: 醴陵示例陶瓷有限公司, 湖南省工业质量标杆

          stage  what was done  article  values  before (yuan)  after (yuan)
        ─
          1 read  the row was read: unreadable date  date=2024-02-30  0  0

          result: rejected, unreadable date (bad-date), entitled 0 yuan, payable 0 yuan
        """);

    // Rank 4 is beyond the first three.
    [Fact]
    public void An_unmatched_row() => Explains("ZZ011",
        """
        zhuzhou-2024.csv 第 12 行：株洲示例航空动力有限公司，标准制修订

          阶段  做了什么  依据  看了哪些值  之前（元）  之后（元）
        ─
          2 选择条款  查找适用条款：没有条款适用  0  0

          结果：无条款适用（unmatched），没有条款适用（no-clause），应得 0 元，应付 0 元
        """,
        """
        zhuzhou-2024.csv line 12: 株洲示例航空动力有限公司, 标准制修订

          stage  what was done  article  values  before (yuan)  after (yuan)
        ─
          2 select  clauses were looked for: no clause applies  0  0

          result: unmatched, no clause applies (no-clause), entitled 0 yuan, payable 0 yuan
        """);

    [Theory]
    [InlineData("3")]
    [InlineData("ZZ002")]
    [InlineData("株洲示例检验检测中心")]
    [InlineData(" 株洲示例检验检测中心 ")]
    public void A_row_is_found_by_line_id_or_name(string row) =>
        CommandLine.English("explain", _run, "--row", row).Output.Should().StartWith("zhuzhou-2024.csv line 3: 株洲示例检验检测中心, 国检中心\n").And.Contain("payable 800,000 yuan");

    // Three rows of one name are three explanations.
    [Fact]
    public void A_name_gives_all_its_rows() =>
        Regex.Matches(CommandLine.English("explain", _run, "--row", "株洲示例轨道装备有限公司").Output, "^zhuzhou-2024.csv line (\\d+)", RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value).Should().Equal("2", "7", "14");

    [Fact]
    public void A_total_row_is_explained_like_any_other() =>
        CommandLine.English("explain", _run, "--row", "38").Output.Should().Contain("a total, not a claim (total-row)");

    [Fact]
    public void No_such_row() => CommandLine.Refuses(["explain", _run, "--row", "ZZ999"],
        """
        错误 INC6005: 没有找到“ZZ999”这一行（共 37 行）
          应为：行号、编号、名称或统一社会信用代码
          怎么办：在 payouts.csv 的 line 或 roster_id 列中查找
        """,
        """
        error INC6005: row 'ZZ999' was not found (37 rows)
          expected: a line number, an id, a name or an identity code
          next step: look in the columns line or roster_id of payouts.csv
        """);

    [Fact]
    public void No_run()
    {
        string samples = Repository.Path("samples");
        CommandLine.Refuses(["explain", samples, "--row", "3"],
            $"""
            {samples}: 错误 INC6004: 这不是 calculate 的运行文件夹
              应为：含有 run.json 的文件夹
              怎么办：检查路径
            """,
            $"""
            {samples}: error INC6004: this is not a run folder of calculate
              expected: a folder with run.json
              next step: check the path
            """);
    }

    // An explanation is worked out again from the run's own inputs, so those must be what they were.
    [Theory]
    [InlineData("zhuzhou-2024.csv")]
    [InlineData("brand-2023.yaml")]
    public void An_altered_input_is_noticed(string name)
    {
        using TempFolder folder = new();
        RunView run = Calculation.RunInto(folder["run"], Repository.Path("samples/zhuzhou-2024.csv"), Calculation.Zhuzhou);
        string file = run.Files().Keys.Single(f => f.StartsWith("inputs/", StringComparison.Ordinal) && f.EndsWith("/" + name, StringComparison.Ordinal));
        File.AppendAllText(Path.Combine(run.Folder, file), "\n");
        CommandLine.Refuses(["explain", run.Folder, "--row", "3"],
            $"""
            {file}: 错误 INC6006: 与运行时的内容不同（哈希不符）
              怎么办：取回原文件，或重新 calculate
            """,
            $"""
            {file}: error INC6006: is not what it was when the run was made (its hash differs)
              next step: restore the file, or calculate again
            """);
    }

    // Line 6 is ZZ005 of 株洲示例传动系统有限公司, which has two more rows.
    [Fact]
    public void A_recipient_is_asked_for_by_name_or_code()
    {
        string byName = CommandLine.English("explain", _run, "--row", "株洲示例传动系统有限公司").Output;
        byName.Split("zhuzhou-2024.csv line ").Should().HaveCount(4);
        CommandLine.English("explain", _run, "--row", "91430200000001126n").Output.Should().Be(byName);
        byName.Should().StartWith(CommandLine.English("explain", _run, "--row", "6").Output);
    }

    private void Explains(string row, string chinese, string english)
    {
        Shorten(CommandLine.Chinese("explain", _run, "--row", row)).Should().Be(chinese);
        Shorten(CommandLine.English("explain", _run, "--row", row)).Should().Be(english);
    }

    private static string Shorten(CommandResult result)
    {
        result.Exit.Should().Be(0);
        result.Error.Should().BeEmpty();
        IEnumerable<string> lines = WhatHappened(result.Output).Select(l => Spaces().Replace(Rule().Replace(l.TrimEnd(), "─"), "  "));
        return string.Join('\n', lines).Trim('\n');
    }

    // What would give another result is told behind it, see Audit/WhatWouldChangeTests.
    private static IEnumerable<string> WhatHappened(string output)
    {
        bool isAside = false;
        foreach (string line in output.Split('\n'))
        {
            isAside = line is "  怎样才会有别的结果：" or "  what would give another result:" || (isAside && line.StartsWith("  - ", StringComparison.Ordinal));
            if (!isAside) yield return line;
        }
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex("─+")]
    private static partial Regex Rule();

    /// <summary>The sample roster with its history, calculated once.</summary>
    public sealed class SampleRun : IDisposable
    {
        private readonly TempFolder _folder = new();

        public SampleRun() =>
            Folder = Calculation.RunInto(
                _folder["run"], Repository.Path("samples/zhuzhou-2024.csv"), Calculation.Zhuzhou, "--history", Repository.Path("samples/zhuzhou-history.csv")).Folder;

        internal string Folder { get; }

        public void Dispose() => _folder.Dispose();
    }
}

using System.Text;

namespace Incentives.Tests.Commands;

/// <summary>Rule files that cannot be used: <c>calculate</c> refuses with status 2, one message each in both languages, and leaves nothing behind.</summary>
public sealed class BadRuleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_scheme_itself_is_right()
    {
        string rules = _folder.Write("probe.yaml", ProbeScheme.Text);
        CommandResult result = CommandLine.English("calculate", _folder.Write("roster.csv", ProbeScheme.Roster), "--rules", rules, "--out", _folder["out"], "--quiet");
        result.Error.Should().BeEmpty();
        result.Exit.Should().Be(0);
        new Runs.RunView(_folder["out"]).Payouts.Single().Short.Should().Be("A1 pay-up-to ceiling-open prize 500000");
        CommandLine.English("check", rules, "--on", "2024-06-30").Should().Be(new CommandResult(0, "1 schemes, 1 clauses checked: 0 errors, 0 warnings.\n", ""));
    }

    // What was meant for a range is told as one, not as a number that cannot be read.
    [Fact]
    public void Range_with_a_dash() => Refuses("rank: 1..3", "rank: 1-3",
        """
        probe.yaml:21:34: 错误 INC1111: 范围“1-3”的写法读不懂
          应为：1..3
          怎么办：两端都包含时写 1..3；不含上限写“..<”
        """,
        """
        probe.yaml:21:34: error INC1111: the range "1-3" is not written in a known way
          expected: 1..3
          next step: write 1..3 where both ends are included, and "..<" where the upper one is not
        """);

    [Fact]
    public void Range_with_brackets_about_its_end() => Refuses("rank: 1..3", "approved: 小于5000万元(含)",
        """
        probe.yaml:21:38: 错误 INC1110: “小于5000万元(含)”用括号说明是否含端点，程序不替人判断
          应为：1000万元以上不满3000万元，或 1000万元..<3000万元
          怎么办：含端点用“以上、以下、不超过”，不含用“超过、不满”；原文自相矛盾时写成 readings 里的一个口径
        """,
        """
        probe.yaml:21:38: error INC1110: "小于5000万元(含)" says in brackets whether the end is included, which is not guessed
          expected: 1000万元以上不满3000万元, or 1000万元..<3000万元
          next step: use 以上, 以下 or 不超过 where the end is included, 超过 or 不满 where it is not; where the text contradicts itself, declare a reading
        """);

    [Fact]
    public void Tab() => Refuses("    cite: 第一条", "\tcite: 第一条",
        """
        probe.yaml:19:1: 错误 INC1006: 行首用了制表符（Tab 键），规则文件只能用空格缩进
          怎么办：把它换成空格，每一层两个空格
        """,
        """
        probe.yaml:19:1: error INC1006: the line begins with a tab; a rule file is indented with spaces only
          next step: replace it by spaces, two for each level
        """);

    [Fact]
    public void Duplicate_key() => Refuses("    cite: 第一条\n", "    cite: 第一条\n    cite: 第二条\n",
        """
        probe.yaml:20:5: 错误 INC1021: “cite”写了两次，前一次在第 19 行第 5 列
          怎么办：只留一处；若两处都要，合并成一处
        """,
        """
        probe.yaml:20:5: error INC1021: "cite" is written twice, the first time at line 19, column 5
          next step: keep one of them; if both are meant, merge them
        """);

    [Fact]
    public void Unknown_key() => Refuses("department:", "departmnet:",
        """
        probe.yaml:20:5: 错误 INC2001: “条款”里没有“departmnet”这一项
          应为：下列之一：id、cite、department、payee、as、note、when、pay、recur、share、overlap、limit、fund、instalments、earmark
          怎么办：是不是“department”？
        """,
        """
        probe.yaml:20:5: error INC2001: 'departmnet' is not a key of clause
          expected: one of: id, cite, department, payee, as, note, when, pay, recur, share, overlap, limit, fund, instalments, earmark
          next step: did you mean 'department'?
        """);

    [Fact]
    public void Paid_where_every_grant_is_kept() => Refuses("    pay:", "    overlap: {by: recipient, keep: all, paid: deduct}\n    pay:",
        """
        probe.yaml:22:47: 错误 INC2036: “keep: all”各项照发，“paid”不起作用
          怎么办：以前发放的要扣除，用 keep: highest 等；不扣除就去掉 paid
        """,
        """
        probe.yaml:22:47: error INC2036: 'keep: all' pays every grant as it is, so that 'paid' does nothing
          next step: to take off what was paid use keep: highest or the like; otherwise remove paid
        """);

    [Fact]
    public void Paid_where_each_row_stands_alone() => Refuses("    pay:", "    overlap: {keep: highest, paid: deduct}\n    pay:",
        """
        probe.yaml:22:36: 错误 INC2036: 没有“by”时每一行自成一组，以往发放不计入，“paid”不起作用
          怎么办：写明按什么计，如 by: recipient；不看以往就去掉 paid
        """,
        """
        probe.yaml:22:36: error INC2036: without 'by' each row is a group of its own and history does not count, so that 'paid' does nothing
          next step: say what is counted by, such as by: recipient; or remove paid
        """);

    [Fact]
    public void Amount_without_unit() => Refuses("50万元", "50",
        """
        probe.yaml:23:36: 错误 INC1101: 金额“50”没有单位
          应为：50万元 或 50元
          怎么办：写明单位；只有 0 可以不写
        """,
        """
        probe.yaml:23:36: error INC1101: the amount "50" has no unit
          expected: 50万元 or 50元
          next step: write the unit; only 0 needs none
        """);

    [Fact]
    public void Negative_amount() => Refuses("50万元", "-50万元",
        """
        probe.yaml:23:36: 错误 INC1102: 金额不能是负数：“-50万元”
          怎么办：要扣减时写成算式，例如 30万元 - 已获奖励
        """,
        """
        probe.yaml:23:36: error INC1102: an amount cannot be negative: "-50万元"
          next step: to take something off, write an expression such as 30万元 - 已获奖励
        """);

    [Fact]
    public void Range_upside_down() => Refuses("1..3", "3..1",
        """
        probe.yaml:21:34: 错误 INC2009: 区间“3..1”上下颠倒，没有任何值在内
          应为：较小的在前，如 1..3
          怎么办：把两端对调
        """,
        """
        probe.yaml:21:34: error INC2009: the range '3..1' is upside down: no value lies in it
          expected: the lesser end first, such as 1..3
          next step: swap the two ends
        """);

    [Fact]
    public void Reading_without_default() => Refuses("    default: high\n", "",
        """
        probe.yaml:11:3: 错误 INC1206: 口径“tier”没有默认选项（default）
          应为：readings: {代号: {question: 问题, default: 选项, decided-by: 决定者}}
          怎么办：写明没有人另作选择时用哪个选项
        """,
        """
        probe.yaml:11:3: error INC1206: the reading "tier" has no default
          expected: readings: {name: {question: text, default: option, decided-by: who}}
          next step: say which option holds where nobody chooses another
        """);

    [Fact]
    public void Rule_file_in_gb18030()
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(ProbeScheme.Text);
        Refuses(bytes,
            """
            probe.yaml:2: 错误 INC1001: 文件不是 UTF-8 编码，从这一行起读不出来
              怎么办：用记事本或其他编辑器打开，“另存为”时把编码选成 UTF-8
            """,
            """
            probe.yaml:2: error INC1001: the file is not UTF-8; it cannot be read from this line on
              next step: open it in an editor and save it again with the encoding UTF-8
            """);
    }

    [Fact]
    public void Empty_rule_file() => Refuses([],
        """
        probe.yaml: 错误 INC1003: 文件是空的
          怎么办：第一行写“scheme: 办法的代号”，下面逐条写条款
        """,
        """
        probe.yaml: error INC1003: the file is empty
          next step: begin with "scheme: the-scheme's-id" and write the clauses below it
        """);

    [Fact]
    public void Missing_rule_file()
    {
        string roster = _folder.Write("roster.csv", ProbeScheme.Roster);
        string rules = _folder["没有.yaml"];
        CommandLine.Refuses(["calculate", roster, "--rules", rules, "--out", _folder["out"]],
            $"""
            {rules}: 错误 INC2023: 文件或文件夹不存在
              怎么办：检查路径是否写对
            """,
            $"""
            {rules}: error INC2023: there is no such file or folder
              next step: check the path
            """);
        _folder.Names().Should().Equal("roster.csv");
    }

    private void Refuses(string old, string text, string chinese, string english) => Refuses(Encoding.UTF8.GetBytes(ProbeScheme.With(old, text)), chinese, english);

    private void Refuses(byte[] rules, string chinese, string english)
    {
        string file = _folder.Write("probe.yaml", rules), roster = _folder.Write("roster.csv", ProbeScheme.Roster);
        CommandLine.Refuses(["calculate", roster, "--rules", file, "--out", _folder["out"]], chinese, english);
        _folder.Names().Should().Equal("probe.yaml", "roster.csv");
    }
}

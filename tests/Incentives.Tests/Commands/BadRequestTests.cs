using System.CommandLine;
using Incentives.Cli;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Commands;

/// <summary>Command lines that cannot be used, folders that must not be touched, and interruption.</summary>
public sealed class BadRequestTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static string Rules => Repository.Path(Calculation.Zhuzhou);

    private static string Sample => Repository.Path("samples/zhuzhou-2024.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Unknown_command() => CommandLine.Refuses(["calcualte", Sample],
        """
        错误 INC7001: 不认识“calcualte”
          怎么办：是不是“calculate”？
        """,
        """
        error INC7001: 'calcualte' is not known here
          next step: did you mean 'calculate'?
        """);

    [Theory]
    [InlineData("--perod", "2024", "--period")]
    [InlineData("--thread", "2", "--threads")]
    [InlineData("--histroy", "x.csv", "--history")]
    public void Unknown_option(string option, string value, string near)
    {
        CommandLine.Refuses(["calculate", Sample, "--rules", Rules, "--out", _folder["out"], option, value],
            $"""
            错误 INC7001: 不认识“{option}”
              怎么办：是不是“{near}”？
            """,
            $"""
            error INC7001: '{option}' is not known here
              next step: did you mean '{near}'?
            """);
        _folder.Names().Should().BeEmpty();
    }

    [Fact]
    public void Unknown_option_of_check() => CommandLine.Refuses(["check", Rules, "--perod", "2024"],
        """
        错误 INC7001: 不认识“--perod”
          怎么办：是不是“--period”？
        """,
        """
        error INC7001: '--perod' is not known here
          next step: did you mean '--period'?
        """);

    // What a person reads is in one language, whoever wrote the sentence.
    [Theory]
    [InlineData("calculate")]
    [InlineData("calculate", "x.csv", "--rules", "r")]
    [InlineData("calculate", "x.csv", "--rules", "r", "--out", "o", "--threads", "two")]
    [InlineData("explain", "x")]
    [InlineData("export")]
    public void Chinese_stays_chinese(params string[] line)
    {
        CommandResult result = CommandLine.Chinese(line);
        result.Exit.Should().Be(2);
        result.Error.Should().StartWith("错误 INC700").And.NotMatchRegex("[a-z]+ [a-z]+ [a-z]+").And.NotContain("System.");
    }

    [Fact]
    public void Unknown_reading() => Refuses(["--reading", "standards-30-10=by-level"],
        """
        错误 INC2033: 所用的办法都没有解释口径“standards-30-10”
          怎么办：是不是“standards-30-10-5”？
        """,
        """
        error INC2033: no scheme in use has a reading 'standards-30-10'
          next step: did you mean 'standards-30-10-5'?
        """);

    [Fact]
    public void Unknown_option_of_a_reading() => Refuses(["--reading", "standards-30-10-5=by-levle"],
        """
        brand-2023.yaml:35:3: 错误 INC1214: 口径“standards-30-10-5”没有选定的“by-levle”这个选项
          应为：by-rank、by-level
          怎么办：是不是“by-level”？
        """,
        """
        brand-2023.yaml:35:3: error INC1214: the reading "standards-30-10-5" has no option "by-levle", which was chosen
          expected: by-rank, by-level
          next step: did you mean "by-level"?
        """);

    [Fact]
    public void Unknown_setting()
    {
        string rules = _folder.Write("probe.yaml", ProbeScheme.Text), roster = _folder.Write("roster.csv", ProbeScheme.Roster);
        CommandLine.Refuses(["calculate", roster, "--rules", rules, "--out", _folder["out"], "--set", "封定=20万元"],
            """
            错误 INC2020: 所用的办法都没有设定“封定”
              怎么办：是不是“封顶”？
            """,
            """
            error INC2020: no scheme in use has a setting '封定'
              next step: did you mean '封顶'?
            """);
        _folder.Names().Should().Equal("probe.yaml", "roster.csv");
    }

    [Fact]
    public void Setting_without_value() => Refuses(["--set", "底数"],
        """
        错误 INC7003: --set “底数”的写法不对
          应为：名称=值
        """,
        """
        error INC7003: --set '底数' has the wrong form
          expected: NAME=VALUE
        """);

    [Fact]
    public void Period_outside_the_scheme() => Refuses(["--period", "2026"],
        """
        brand-2023.yaml:3:9: 错误 INC2016: 办法 zhuzhou-brand-2023 的有效期是 2023-03-08..2025-12-31，批次期间 2026-01-01..2026-12-31 不在其中，不予计算
          怎么办：选用当期有效的办法，或改正 --period
        """,
        """
        brand-2023.yaml:3:9: error INC2016: scheme zhuzhou-brand-2023 is in force 2023-03-08..2025-12-31; the batch's period 2026-01-01..2026-12-31 lies outside, so it is not calculated
          next step: use the scheme in force then, or correct --period
        """);

    [Theory]
    [InlineData("20x4")]
    [InlineData("2024-13")]
    [InlineData("2024-06-30..2024-01-01")]
    public void Unreadable_period(string period) => Refuses(["--period", period],
        $"""
        错误 INC2029: --period “{period}”无法识别
          应为：2024、2024-03 或 2024-01-01..2024-06-30
        """,
        $"""
        error INC2029: --period '{period}' cannot be read
          expected: 2024, 2024-03 or 2024-01-01..2024-06-30
        """);

    // A period that is not understood must not be taken for none.
    [Fact]
    public void Unreadable_period_of_check()
    {
        CommandResult result = CommandLine.English("check", Rules, "--period", "20x4");
        result.Exit.Should().Be(2);
        result.Error.Should().StartWith("error INC2029: --period '20x4' cannot be read");
    }

    [Fact]
    public void A_path_that_is_not_there_makes_check_unusable() => CommandLine.English("check", Rules, _folder["nowhere"]).Exit.Should().Be(2);

    [Fact]
    public void A_folder_that_is_no_run_is_refused_and_untouched()
    {
        string output = _folder["成果"];
        _folder.Write("成果/重要.docx", "四月的会议纪要");
        CommandLine.Refuses(["calculate", Sample, "--rules", Rules, "--out", output],
            $"""
            {output}: 错误 INC6001: --out 已经存在，而且不是以前的运行文件夹，不会覆盖它
              应为：一个新文件夹，或以前 calculate 的输出
              怎么办：换一个文件夹名
            """,
            $"""
            {output}: error INC6001: --out exists and is not an earlier run folder; it will not be overwritten
              expected: a new folder, or an earlier output of calculate
              next step: choose another folder name
            """);
        _folder.Names().Should().Equal("成果");
        Directory.EnumerateFileSystemEntries(output).Should().Equal(_folder["成果/重要.docx"]);
        File.ReadAllText(_folder["成果/重要.docx"]).Should().Be("四月的会议纪要");
    }

    // A run.json of another program, or of nobody, does not make a folder ours.
    [Theory]
    [InlineData("{}")]
    [InlineData("{\"program\": \"other\"}")]
    [InlineData("not json")]
    public void A_folder_with_a_foreign_run_json_is_refused(string json)
    {
        _folder.Write("out/run.json", json);
        CommandResult result = CommandLine.English("calculate", Sample, "--rules", Rules, "--out", _folder["out"]);
        result.Exit.Should().Be(2);
        result.Error.Should().Contain("INC6001");
        Directory.EnumerateFileSystemEntries(_folder["out"]).Should().Equal(_folder["out/run.json"]);
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_refused()
    {
        _folder.Write("out", "text");
        CommandResult result = CommandLine.English("calculate", Sample, "--rules", Rules, "--out", _folder["out"]);
        result.Exit.Should().Be(2);
        result.Error.Should().Contain("INC6001");
        File.ReadAllText(_folder["out"]).Should().Be("text");
    }

    [Fact]
    public void An_earlier_run_is_replaced_whole()
    {
        Calculation.RunInto(_folder["out"], Sample, Calculation.Zhuzhou, "--history", Repository.Path("samples/zhuzhou-history.csv"));
        _folder.Write("out/inputs/旧.txt", "left over");
        RunView second = Calculation.RunInto(_folder["out"], Repository.Path("samples/jinan-2022.csv"), Calculation.Jinan);
        second.Total.Should().Be(1_700_000);
        second.ShouldEqual(Calculation.RunInto(_folder["fresh"], Repository.Path("samples/jinan-2022.csv"), Calculation.Jinan));
        _folder.Names().Should().Equal("fresh", "out");
    }

    [Fact]
    public void A_refused_request_leaves_an_earlier_run_as_it_was()
    {
        RunView first = Calculation.RunInto(_folder["out"], Sample, Calculation.Zhuzhou);
        IReadOnlyDictionary<string, byte[]> before = first.Files();
        CommandLine.English("calculate", _folder["missing.csv"], "--rules", Rules, "--out", _folder["out"]).Exit.Should().Be(2);
        new RunView(_folder["out"]).Files().Should().BeEquivalentTo(before);
        _folder.Names().Should().Equal("out");
    }

    [Fact]
    public void Interruption_leaves_nothing()
    {
        using CancellationTokenSource interrupted = new();
        interrupted.Cancel();
        Action act = () => Calculate(_folder["out"], interrupted.Token);
        act.Should().Throw<OperationCanceledException>();
        _folder.Names().Should().BeEmpty();
    }

    // Cut off while the payouts are being written: the files begun are taken away and an earlier run stays.
    [Fact]
    public void Interruption_while_writing_leaves_nothing_of_it()
    {
        RunView first = Calculation.RunInto(_folder["out"], Sample, Calculation.Zhuzhou);
        IReadOnlyDictionary<string, byte[]> before = first.Files();
        Core.Diagnostics.DiagnosticBag bag = new();
        Core.Compilation.RuleSet rules = Core.Compilation.RuleSet.Read([Rules], bag);
        Core.Evaluation.BatchRequest request = new() { Rosters = [new("zhuzhou-2024.csv", Sample)] };
        using CancellationTokenSource interrupted = new();
        using Core.Evaluation.BatchResult batch = Core.Evaluation.Batch.Run(rules, request, bag, interrupted.Token)!;
        interrupted.Cancel();
        Action act = () => Core.Reports.RunWriter.Write(batch, rules, request, _folder["out"], bag, interrupted.Token);
        act.Should().Throw<OperationCanceledException>();
        _folder.Names().Should().Equal("out");
        new RunView(_folder["out"]).Files().Should().BeEquivalentTo(before);
    }

    private static int Calculate(string output, CancellationToken cancel)
    {
        SharedOptions shared = new(Core.Diagnostics.Language.English);
        ParseResult parsed = IncentivesCommand.Root(shared, TextWriter.Null, TextWriter.Null, cancel).Parse(["calculate", Sample, "--rules", Rules, "--out", output]);
        return parsed.Invoke(new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null, EnableDefaultExceptionHandler = false });
    }

    private void Refuses(string[] more, string chinese, string english)
    {
        CommandLine.Refuses(["calculate", Sample, "--rules", Rules, "--out", _folder["out"], .. more], chinese, english);
        _folder.Names().Should().BeEmpty();
    }
}

using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Reports;
using Incentives.Tests.Audit;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;
using ReportFiles = Incentives.Core.Reports.Views.ReportFiles;

namespace Incentives.Tests.Reports;

/// <summary>The files for people as files of a run: asked for, recorded, repeated, verified.</summary>
public sealed class RunReportTests
{
    private static RunView Run(TempFolder folder, params string[] more) => Calculation.Run(folder, Repository.Path("samples/zhuzhou-2024.csv"), Calculation.Zhuzhou, more);

    private static RunManifest Manifest(RunView run) => RunManifest.FromJson(File.ReadAllBytes(Path.Combine(run.Folder, "run.json")))!;

    [Fact]
    public void Only_what_is_asked_for_is_written_and_the_tables_do_not_change()
    {
        using TempFolder folder = new();
        RunView plain = Run(folder), asked = Run(folder, "--format", "html"), csv = Run(folder, "--format", "csv");
        plain.ShouldEqual(csv);
        Manifest(plain).Language.Should().BeNull();
        File.ReadAllText(Path.Combine(plain.Folder, "run.json")).Should().NotContain("language");
        Manifest(asked).Outputs.Select(o => o.File).Should().Equal("payouts.csv", "summary.csv", "report.html");
        Manifest(asked).Language.Should().Be("en");
        foreach (string table in new[] { "payouts.csv", "summary.csv" }) asked.Files()[table].Should().Equal(plain.Files()[table]);
        RunFile page = Manifest(asked).Outputs[^1];
        page.Sha256.Should().Be(RunFolder.Hash(Path.Combine(asked.Folder, page.File)));
    }

    [Fact]
    public void Equal_inputs_give_equal_bytes()
    {
        using TempFolder folder = new();
        Run(folder, "--format", "csv,xlsx,html", "--threads", "1").ShouldEqual(Run(folder, "--format", "html，xlsx", "--threads", "4"));
    }

    [Theory]
    [InlineData("zh", "<h1>株洲市")]
    [InlineData("en", "In capitals: 叁佰叁拾叁万元整")]
    public void It_verifies_in_whichever_language_it_was_made_and_is_read(string language, string text)
    {
        using TempFolder folder = new();
        CommandLine.Run("calculate", Repository.Path("samples/zhuzhou-2024.csv"), "--rules", Repository.Path(Calculation.Zhuzhou), "--format", "xlsx,html", "--out", folder["run"], "--lang", language).Exit.Should().Be(0);
        File.ReadAllText(folder["run/report.html"]).Should().Contain(text);
        CommandLine.English("verify", folder["run"]).Exit.Should().Be(0);
        CommandLine.Chinese("verify", folder["run"]).Exit.Should().Be(0);
    }

    [Fact]
    public void A_changed_page_is_named_with_the_line()
    {
        using TempFolder folder = new();
        RunView run = Run(folder, "--format", "html");
        int line = 0;
        SampleRun.Edit(run.Folder, "report.html", lines =>
        {
            line = lines.FindIndex(l => l.Contains("ZZ007", StringComparison.Ordinal));
            lines[line] = lines[line].Replace("ZZ007", "ZZ999", StringComparison.Ordinal);
        });
        SampleRun.Differences(run.Folder).Should().ContainSingle().Which.Should().StartWith($"report.html:{line + 1}: error INC6009: differs from what is recomputed: ").And.Contain("ZZ999");
    }

    [Theory]
    [InlineData(1_048_575, null, null)]
    [InlineData(1_048_576, "payouts.xlsx: 说明 INC9503: 共 1,048,576 行，超过一张工作表的行数，逐行结果分在 2 张工作表中", "payouts.xlsx: note INC9503: 1,048,576 lines are more than a sheet takes; they stand in 2 sheets")]
    public void Lines_in_several_sheets_are_said(long lines, string? chinese, string? english)
    {
        DiagnosticBag bag = new();
        ReportFiles.Note(lines, new PeopleReports(Workbook: true, Page: false, Language.English), bag);
        (bag.Sorted().Count == 0 ? null : bag.Sorted()[0].ToText(Language.Chinese)).Should().Be(chinese);
        (bag.Sorted().Count == 0 ? null : bag.Sorted()[0].ToText(Language.English)).Should().Be(english);
        ReportFiles.Note(lines, PeopleReports.None, bag);
        bag.Sorted().Should().HaveCount(chinese is null ? 0 : 1);
    }

    [Fact]
    public void A_format_nobody_knows_is_refused() => CommandLine.Refuses(["calculate", "r.csv", "--rules", "x", "--out", "o", "--format", "csv,pdf"],
        "错误 INC9501: --format “pdf”不是这里能写的格式\n  应为：csv、xlsx、html\n  怎么办：几种格式用逗号隔开，如 --format csv,xlsx,html",
        "error INC9501: --format 'pdf' is no format that can be written here\n  expected: csv, xlsx, html\n  next step: put commas between formats, as in --format csv,xlsx,html");
}

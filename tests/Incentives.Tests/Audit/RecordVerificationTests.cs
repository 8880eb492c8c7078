using Incentives.Tests.Commands;

namespace Incentives.Tests.Audit;

/// <summary><c>verify</c> of folders of <c>compare</c> and <c>forecast</c>: hashes against the record, and that nothing was recomputed is said.</summary>
public sealed class RecordVerificationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("compare", "compare.json")]
    [InlineData("forecast", "forecast.json")]
    public void A_folder_as_it_was_written_is_right(string command, string record)
    {
        string folder = Made(command);
        CommandLine.English("verify", folder).Should().Be(new CommandResult(0, "The files are as recorded; nothing was recomputed.\n",
            $"{record}: note INC6061: the folder has no copies of the inputs, so nothing was recomputed; the results were held against this record only\n  next step: to check the figures, run the command again with the original inputs and compare the folders\n"));
        CommandLine.Chinese("verify", folder).Should().Be(new CommandResult(0, "各文件与记录一致；没有重新计算。\n",
            $"{record}: 说明 INC6061: 文件夹里没有输入的副本，没有重新计算；结果文件只与这份记录核对\n  怎么办：要核对数字，用原来的输入再做一遍，比较两个文件夹\n"));
    }

    [Theory]
    [InlineData("compare", "compare.csv")]
    [InlineData("compare", "compare-summary.csv")]
    [InlineData("compare", "compare-recipients.csv")]
    [InlineData("compare", "compare.html")]
    [InlineData("forecast", "forecast.csv")]
    [InlineData("forecast", "forecast-summary.csv")]
    [InlineData("forecast", "forecast.html")]
    public void An_altered_file_is_named(string command, string file)
    {
        string folder = Made(command), path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path) + " ");
        CommandResult result = CommandLine.Chinese("verify", folder);
        result.Output.Should().Be($"{file}: 错误 INC6006: 与运行时的内容不同（哈希不符）\n  怎么办：取回原文件，或重新 {command}\n1 处不一致。\n");
        result.Exit.Should().Be(1);
    }

    [Theory]
    [InlineData("compare", "compare.csv")]
    [InlineData("forecast", "forecast.csv")]
    public void A_missing_and_an_added_file_are_named(string command, string file)
    {
        string folder = Made(command);
        File.Move(Path.Combine(folder, file), Path.Combine(folder, "other.csv"));
        CommandResult result = CommandLine.English("verify", folder);
        result.Output.Should().Be($"{file}: error INC6007: is missing from the folder\n  next step: restore the file, or {command} again\nother.csv: error INC6010: is not a file that {command} wrote\n  next step: move it elsewhere\n2 differences.\n");
        result.Exit.Should().Be(1);
    }

    [Theory]
    [InlineData("compare", "compare.json")]
    [InlineData("forecast", "forecast.json")]
    public void A_record_that_cannot_be_read_is_no_record(string command, string record)
    {
        string folder = Made(command);
        File.WriteAllText(Path.Combine(folder, record), "{");
        CommandResult result = CommandLine.English("verify", folder);
        result.Output.Should().StartWith($"{record}:1: error INC6040: is not the record that {command} wrote: it cannot be read\n  next step: restore the file, or {command} again\n");
        result.Exit.Should().Be(1);
    }

    [Fact]
    public void A_record_written_anew_is_told()
    {
        string folder = Made("compare"), path = Path.Combine(folder, "compare.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"role\"", "\"note\": \"x\", \"role\"", StringComparison.Ordinal));
        CommandLine.English("verify", folder).Output.Should().Be("compare.json: error INC6006: is not what it was when the run was made (its hash differs)\n  next step: restore the file, or compare again\n1 differences.\n");
    }

    [Fact]
    public void A_record_that_names_a_file_elsewhere_is_told()
    {
        string folder = Made("compare"), path = Path.Combine(folder, "compare.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"compare.csv\"", "\"../compare.csv\"", StringComparison.Ordinal));
        CommandLine.English("verify", folder).Output.Should().Contain("compare.json: error INC6041: the record names '../compare.csv', which is not inside the folder\n");
    }

    [Fact]
    public void Lists_and_keys_are_for_runs()
    {
        string folder = Made("compare");
        CommandLine.Refuses(["verify", folder, "--claimed", "x.csv"],
            """
            compare.json: 错误 INC6062: --claimed 只用于 calculate 的运行文件夹
              怎么办：去掉 --claimed，或给出运行文件夹
            """,
            """
            compare.json: error INC6062: --claimed is only for run folders of calculate
              next step: leave --claimed out, or give a run folder
            """);
        CommandLine.English("verify", folder, "--key", "x.pem").Error.Should().StartWith("compare.json: error INC6062: --key is only");
    }

    private string Made(string command)
    {
        string folder = _folder[command];
        string[] what = command == "compare"
            ? [Repository.Path("samples/zhuzhou-2024.csv"), "--rules", Repository.Path("rules/hunan/zhuzhou"), "--reading", "standards-30-10-5=by-rank", "--reading", "standards-30-10-5=by-level"]
            : ["--rules", Repository.Path("rules/hunan/zhuzhou")];
        CommandLine.English([command, .. what, "--out", folder, "--format", "html", "--quiet"]).Exit.Should().Be(0);
        return folder;
    }
}

using System.CommandLine;
using Incentives.Cli;
using Incentives.Core.Diagnostics;

namespace Incentives.Tests.Commands;

/// <summary>What <c>--help</c> says, in both languages.</summary>
public class HelpTests
{
    [Fact]
    public void In_Chinese() => Help("export", "zh").Should().Be(new CommandResult(0, """
        说明:
          导出

        用法:
          incentives export [命令] [选项]

        选项:
          -?, -h, --help  显示用法
          --lang <en|zh>  界面语言：zh 或 en
          --quiet         只报告错误

        命令:
          schema        规则文件的 JSON Schema，供编辑器补全
          docs          把办法写成可以对照原文逐条校读的页面
          sql <ROSTER>  把规则写成一份 SQL 脚本，在数据库中独立复算


        """, ""));

    [Fact]
    public void In_English() => Help("verify", "en").Should().Be(new CommandResult(0, """
        Description:
          recompute a run from its own inputs and compare line by line

        Usage:
          incentives verify <RUN_DIR> [options]

        Arguments:
          <RUN_DIR>  a run folder of calculate; of a folder of compare or forecast the hashes are checked

        Options:
          --claimed <claimed>  the list that was really paid (CSV, XLSX)
          --key <key>          require a signature and check it with this public key (PEM)
          -?, -h, --help       Show help and usage information
          --lang <en|zh>       language: zh or en
          --quiet              say errors only


        """, ""));

    [Fact]
    public void No_command_is_helped_with_in_English_where_Chinese_is_asked_for()
    {
        using StringWriter unused = new();
        RootCommand root = IncentivesCommand.Root(new SharedOptions(Language.Chinese), unused, unused, default);
        string[][] commands = [.. Paths(root, [])];
        commands.Should().HaveCountGreaterThan(15);
        foreach (string[] path in commands)
        {
            string help = CommandLine.Chinese([.. path, "--help"]).Output;
            foreach (string word in (string[])["Description", "Usage", "Arguments", "Options", "Commands", "Show", "[command]", "[options]", "REQUIRED"])
                help.Should().NotContain(word, "of {0}", string.Join(' ', path));
            help.Should().StartWith("说明:\n").And.Contain("\n用法:\n").And.Contain("\n选项:\n").And.Contain("显示用法");
        }
    }

    // Where descriptions begin is the same whether an option must be given or not.
    [Fact]
    public void Required_options_stand_in_their_columns()
    {
        string[] lines = CommandLine.Chinese("calculate", "--help").Output.Split('\n');
        string required = lines.Single(l => l.StartsWith("  --rules", StringComparison.Ordinal)), other = lines.Single(l => l.StartsWith("  --history", StringComparison.Ordinal));
        required.Should().Contain("(必填)");
        // 必 and 填 take two columns each on a screen.
        (required.IndexOf("规则文件", StringComparison.Ordinal) + 2).Should().Be(other.IndexOf("以往获奖", StringComparison.Ordinal));
    }

    // The program is called by the name of its file, which in tests is another.
    private static CommandResult Help(string command, string language)
    {
        CommandResult result = CommandLine.Run(command, "--help", "--lang", language);
        return result with { Output = result.Output.Replace(RootCommand.ExecutableName, "incentives", StringComparison.Ordinal) };
    }

    private static IEnumerable<string[]> Paths(Command command, string[] path) =>
        [path, .. command.Subcommands.SelectMany(c => Paths(c, [.. path, c.Name]))];
}

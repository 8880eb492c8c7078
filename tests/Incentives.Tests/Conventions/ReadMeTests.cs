using Incentives.Tests.Commands;

namespace Incentives.Tests.Conventions;

/// <summary>The two commands that both READMEs begin with do what they promise.</summary>
public sealed class ReadMeTests
{
    private const string Calculate = "dotnet run --project src/Incentives.Cli -- calculate samples/zhuzhou-2024.csv --rules rules/hunan/zhuzhou --out out/zhuzhou-2024";

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_first_block_has_the_two_commands(string file) => Commands(file).Should().Contain(Calculate).And.Contain("dotnet test");

    [Fact]
    public void Both_languages_give_the_same_commands() => AllCommands("README.zh-CN.md").Should().Equal(AllCommands("README.md"));

    [Fact]
    public void The_readmes_point_at_each_other()
    {
        File.ReadAllText(Repository.Path("README.md")).Should().Contain("README.zh-CN.md");
        File.ReadAllText(Repository.Path("README.zh-CN.md")).Should().Contain("(README.md)");
    }

    // Without a history file the sample comes to 8,980,000.
    [Theory]
    [InlineData("README.md", "en", "payable 8,980,000 yuan")]
    [InlineData("README.zh-CN.md", "zh", "应付合计 8,980,000 元")]
    public void The_calculate_command_prints_the_summary(string file, string language, string total)
    {
        using TempFolder folder = new();
        string line = Commands(file).Single(c => c.Contains(" calculate ", StringComparison.Ordinal));
        string[] words = line[(line.IndexOf(" -- ", StringComparison.Ordinal) + 4)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int output = Array.IndexOf(words, "--out") + 1;
        string[] here = [.. words.Select((w, i) => i == output ? folder["out"] : File.Exists(Repository.Path(w)) || Directory.Exists(Repository.Path(w)) ? Repository.Path(w) : w)];
        CommandResult result = CommandLine.Run([.. here, "--lang", language]);
        result.Exit.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.Output.Should().Contain(total);
        File.Exists(folder["out/payouts.csv"]).Should().BeTrue();
    }

    [Fact]
    public void The_project_it_runs_is_there() => File.Exists(Repository.Path("src/Incentives.Cli/Incentives.Cli.csproj")).Should().BeTrue();

    private static string[] Commands(string file) => Blocks(file).First();

    private static string[] AllCommands(string file) => [.. Blocks(file).SelectMany(b => b).Where(l => l.StartsWith("dotnet ", StringComparison.Ordinal))];

    // Command lines of each fenced block; what follows two spaces and # is a remark.
    private static IEnumerable<string[]> Blocks(string file)
    {
        string[] parts = File.ReadAllText(Repository.Path(file)).ReplaceLineEndings("\n").Split("```");
        for (int i = 1; i < parts.Length; i += 2)
            yield return [.. parts[i].Split('\n').Skip(1).Select(l => l.Split("  #")[0].Trim()).Where(l => l.Length > 0 && l[0] != '#')];
    }
}

using Incentives.Cli;

namespace Incentives.Tests.Commands;

/// <summary>What one command line did.</summary>
/// <param name="Exit">Exit status.</param>
/// <param name="Output">What stood on standard output.</param>
/// <param name="Error">What stood on standard error.</param>
internal sealed record CommandResult(int Exit, string Output, string Error);

/// <summary>Runs the program in this process. Whatever the command line, no stack trace may be seen and no defect reported.</summary>
internal static class CommandLine
{
    public static CommandResult Run(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        int exit = IncentivesCommand.Run(args, output, error);
        CommandResult result = new(exit, Unix(output), Unix(error));
        (result.Output + result.Error).Should().NotContain("   at Incentives").And.NotContain("Exception");
        exit.Should().NotBe(3, result.Error);
        return result;
    }

    public static CommandResult Chinese(params string[] args) => Run([.. args, "--lang", "zh"]);

    public static CommandResult English(params string[] args) => Run([.. args, "--lang", "en"]);

    /// <summary>Runs a line that must be refused with status 2, in both languages, and holds the whole of standard error.</summary>
    public static void Refuses(string[] args, string chinese, string english)
    {
        Refuses(Chinese(args), chinese);
        Refuses(English(args), english);
    }

    private static void Refuses(CommandResult result, string text)
    {
        result.Error.TrimEnd('\n').Should().Be(text);
        result.Exit.Should().Be(2);
        result.Output.Should().BeEmpty();
    }

    private static string Unix(StringWriter writer) => writer.ToString().ReplaceLineEndings("\n");
}

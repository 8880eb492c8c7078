using System.CommandLine;
using System.CommandLine.Help;

namespace Incentives.Cli;

/// <summary>
/// The option parser's own help, with the words in Chinese that its translation leaves in English (2.0.0): the first heading, what stands in brackets, and
/// the sentence about help itself.
/// </summary>
internal static class ChineseHelp
{
    // As wide as what they replace where columns follow.
    private static readonly (string English, string Chinese)[] Words =
        [("Description:\n", "说明:\n"), ("[command]", "[命令]"), ("[options]", "[选项]"), ("(REQUIRED)", "(必填)    "), ("命令: \n", "命令:\n")];

    /// <summary>Says in Chinese what help itself is.</summary>
    public static void Describe(RootCommand root) => root.Options.OfType<HelpOption>().Single().Description = "显示用法";

    /// <summary>Writes the help that a command line asks for.</summary>
    public static int Write(ParseResult parsed, TextWriter output)
    {
        using StringWriter own = new() { NewLine = "\n" };
        int exit = parsed.Invoke(new InvocationConfiguration { Output = own, EnableDefaultExceptionHandler = false });
        string text = Words.Aggregate(own.ToString(), (help, word) => help.Replace(word.English, word.Chinese, StringComparison.Ordinal));
        output.Write(text.Replace("\n", output.NewLine, StringComparison.Ordinal));
        return exit;
    }
}

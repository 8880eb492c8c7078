using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Incentives.Cli;

/// <summary>The option parser's own help in Chinese: its translation leaves some words English, which are exchanged in what it prints.</summary>
internal sealed class ChineseHelp(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    // Blanks keep the columns where they are: a Chinese character is two wide.
    private static readonly (string English, string Chinese)[] Left =
        [("Description:", "说明:"), (" (REQUIRED)", "（必填）   "), ("[options]", "[选项]"), ("[command]", "[命令]"), ("[default: ", "[默认: ")];

    /// <summary>Replaces the help of a command and of those below it.</summary>
    public static void Use(RootCommand root)
    {
        HelpOption option = root.Options.OfType<HelpOption>().Single();
        option.Description = "显示用法";
        option.Action = new ChineseHelp((SynchronousCommandLineAction)option.Action!);
    }

    /// <summary>Help is given whatever else is missing from the line.</summary>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        InvocationConfiguration configuration = parseResult.InvocationConfiguration;
        TextWriter output = configuration.Output;
        using StringWriter text = new();
        configuration.Output = text;
        int status = help.Invoke(parseResult);
        configuration.Output = output;
        output.Write(Left.Aggregate(text.ToString(), (t, word) => t.Replace(word.English, word.Chinese, StringComparison.Ordinal)));
        return status;
    }
}

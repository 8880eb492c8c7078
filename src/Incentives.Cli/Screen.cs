using Incentives.Core.Diagnostics;
using Spectre.Console;

namespace Incentives.Cli;

/// <summary>Where the program speaks: results on standard output, everything else on standard error, in one language.</summary>
internal sealed class Screen
{
    private const int WidthWithoutTerminal = 140;

    /// <summary>A screen over two writers.</summary>
    public Screen(Language language, bool isQuiet, TextWriter output, TextWriter error)
    {
        Language = language;
        IsQuiet = isQuiet;
        Output = output;
        Error = error;
        bool isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        Tables = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal) Tables.Profile.Width = WidthWithoutTerminal;
        Tables.Profile.Capabilities.Unicode = true;
    }

    /// <summary>The language spoken.</summary>
    public Language Language { get; }

    /// <summary>Whether only errors are to be said.</summary>
    public bool IsQuiet { get; }

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; }

    /// <summary>Standard output, for tables.</summary>
    public IAnsiConsole Tables { get; }

    /// <summary>A sentence in the screen's language.</summary>
    public string Say(string zh, string en) => Language == Language.Chinese ? zh : en;

    /// <summary>Prints diagnostics to standard error; quietly only errors.</summary>
    public void Print(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (Diagnostic d in diagnostics)
        {
            if (!IsQuiet || d.Severity == Severity.Error) Error.WriteLine(d.ToText(Language));
        }
    }

    /// <summary>A table with headings, ready for rows.</summary>
    public static Table NewTable(string title, params string[] headings)
    {
        Table table = new() { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(title)) };
        foreach (string heading in headings) table.AddColumn(new TableColumn(Markup.Escape(heading)));
        return table;
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using Incentives.Cli.Commands;
using Incentives.Core.Diagnostics;

namespace Incentives.Cli;

/// <summary>The program: its commands, and what becomes of a command line.</summary>
internal static class IncentivesCommand
{
    /// <summary>Runs one command line and gives the exit status.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        SharedOptions shared = new(SharedOptions.LanguageOf(args));
        // Numbers look the same in every culture; help headings come from the option parser's own translations, and ChineseHelp.
        CultureInfo own = CultureInfo.CurrentCulture, ownUi = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(shared.Language == Language.Chinese ? "zh-Hans" : "en");
        using CancellationTokenSource interrupted = new();
        ConsoleCancelEventHandler onCancel = (_, e) =>
        {
            e.Cancel = true;
            interrupted.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            ParseResult parsed = Root(shared, output, error, interrupted.Token).Parse(args);
            if (parsed.Errors.Count > 0 || Strays(parsed).Any()) return Refuse(parsed, shared, error);
            if (parsed.Action is HelpAction && shared.Language == Language.Chinese) return ChineseHelp.Write(parsed, output);
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            error.WriteLine(shared.Say("已中断，没有留下任何输出。", "interrupted; nothing was left behind."));
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("INCENTIVES_DEBUG") is null or "")
        {
            error.WriteLine(CommandMessages.Defect(e).ToText(shared.Language));
            return ExitCode.Defect;
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
            CultureInfo.CurrentCulture = own;
            CultureInfo.CurrentUICulture = ownUi;
        }
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(SharedOptions shared, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        RootCommand root = new(shared.Say("把已公布的奖补政策准确地算成金额，并说明每一元的理由。", "Turns published reward and subsidy policies into money, exactly, with the reason for each yuan."));
        if (shared.Language == Language.Chinese) ChineseHelp.Describe(root);
        root.Options.Add(shared.Lang);
        root.Options.Add(shared.Quiet);
        Screen Screen(ParseResult r) => new(shared.Language, r.GetValue(shared.Quiet), output, error);
        root.Subcommands.Add(CalculateCommand.Create(shared, Screen, cancel));
        root.Subcommands.Add(ExplainCommand.Create(shared, Screen, cancel));
        root.Subcommands.Add(VerifyCommand.Create(shared, Screen, cancel));
        root.Subcommands.Add(CheckCommand.Create(shared, Screen));
        root.Subcommands.Add(CompareCommand.Create(shared, Screen, cancel));
        root.Subcommands.Add(ForecastCommand.Create(shared, Screen, cancel));
        root.Subcommands.Add(TestCommand.Create(shared, Screen, cancel));
        root.Subcommands.Add(LedgerCommand.Create(shared, Screen, cancel));
        root.Subcommands.Add(ExportCommand.Create(shared, Screen, cancel));
        root.Subcommands.Add(SampleCommand.Create(shared, Screen, cancel));
        return root;
    }

    private static int Refuse(ParseResult parsed, SharedOptions shared, TextWriter error)
    {
        string command = string.Join(' ', Path(parsed.CommandResult).Reverse());
        HashSet<string> known = [.. parsed.CommandResult.Command.Options.Select(o => o.Name), .. parsed.CommandResult.Command.Subcommands.Select(c => c.Name)];
        string[] strays = [.. parsed.UnmatchedTokens.Concat(Strays(parsed)).Distinct()];
        // After a command that is not known, the words behind it mean nothing yet.
        if (parsed.CommandResult.Command is RootCommand && strays.Length > 1) strays = [strays[0]];
        foreach (string token in strays)
            error.WriteLine(CommandMessages.UnknownWord(token, Suggestion.Nearest(token, known), command).ToText(shared.Language));
        if (strays.Length > 0) return ExitCode.Unusable;
        Option[] absent = [.. parsed.CommandResult.Command.Options.Where(o => o.Required && parsed.GetResult(o) is null or { Implicit: true })];
        Argument[] empty = [.. parsed.CommandResult.Command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is null or { Tokens.Count: 0 })];
        foreach (Option option in absent) error.WriteLine(CommandMessages.Missing(option.Name, option.Description ?? "", command).ToText(shared.Language));
        foreach (Argument argument in empty) error.WriteLine(CommandMessages.Missing(argument.Name, argument.Description ?? "", command).ToText(shared.Language));
        if (absent.Length + empty.Length == 0)
        {
            foreach (ParseError problem in parsed.Errors) error.WriteLine(CommandMessages.BadCommandLine(problem.Message, command).ToText(shared.Language));
        }

        return ExitCode.Unusable;
    }

    // A file argument takes any word, a misspelt option too; no file is meant by a word that starts like an option.
    private static IEnumerable<string> Strays(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.SelectMany(a => parsed.GetResult(a)?.Tokens ?? []).Select(t => t.Value).Where(t => t.StartsWith("--", StringComparison.Ordinal));

    private static IEnumerable<string> Path(CommandResult result)
    {
        for (SymbolResult? at = result; at is CommandResult command; at = command.Parent) yield return command.Command is RootCommand ? "incentives" : command.Command.Name;
    }
}

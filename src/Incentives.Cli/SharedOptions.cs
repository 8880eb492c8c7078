using System.CommandLine;
using System.Globalization;
using Incentives.Core.Diagnostics;

namespace Incentives.Cli;

/// <summary>Options that every command has, and the words for help in one language.</summary>
internal sealed class SharedOptions
{
    private static readonly string[] Locale = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Options described in a language.</summary>
    public SharedOptions(Language language)
    {
        Language = language;
        Lang = new Option<string>("--lang") { Description = Say("界面语言：zh 或 en", "language: zh or en"), Recursive = true };
        Quiet = new Option<bool>("--quiet") { Description = Say("只报告错误", "say errors only"), Recursive = true };
        Lang.AcceptOnlyFromAmong("zh", "en");
    }

    /// <summary>The language of the help.</summary>
    public Language Language { get; }

    public Option<string> Lang { get; }

    public Option<bool> Quiet { get; }

    /// <summary>A sentence in the language.</summary>
    public string Say(string zh, string en) => Language == Language.Chinese ? zh : en;

    /// <summary>The language asked for on the command line, else that of the environment.</summary>
    public static Language LanguageOf(IReadOnlyList<string> args)
    {
        for (int i = 0; i < args.Count; i++)
        {
            string? value = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1] : args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i][7..] : null;
            if (value is "zh") return Language.Chinese;
            if (value is "en") return Language.English;
        }

        string? environment = Locale.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        bool isChinese = environment?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
        return isChinese ? Language.Chinese : Language.English;
    }
}

namespace Incentives.Core.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Something the reader should know, such as a default that was taken.</summary>
    Note,

    /// <summary>Something doubtful that does not stop the work.</summary>
    Warning,

    /// <summary>The input cannot be used as it is.</summary>
    Error,
}

/// <summary>One thing wrong, doubtful or worth knowing about an input, for the person who made it.</summary>
/// <param name="Code">Stable code, <c>INC</c> and four digits; see <c>docs/diagnostics.md</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Expected">What was expected instead, where that helps.</param>
/// <param name="Next">What to do now.</param>
public sealed record Diagnostic(string Code, Severity Severity, Place Place, Phrase What, Phrase? Expected = null, Phrase? Next = null)
{
    /// <summary>The diagnostic as one text block: place, severity and code, what, expected, next step.</summary>
    public string ToText(Language language)
    {
        bool zh = language == Language.Chinese;
        string severity = Severity switch
        {
            Severity.Error => zh ? "错误" : "error",
            Severity.Warning => zh ? "警告" : "warning",
            _ => zh ? "说明" : "note",
        };
        string place = string.IsNullOrEmpty(Place.File) ? "" : $"{Place}: ";
        string text = $"{place}{severity} {Code}: {What.In(language)}";
        if (Expected is { } expected) text += $"\n  {(zh ? "应为：" : "expected: ")}{expected.In(language)}";
        if (Next is { } next) text += $"\n  {(zh ? "怎么办：" : "next step: ")}{next.In(language)}";
        return text;
    }
}

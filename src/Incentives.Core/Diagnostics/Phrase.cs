namespace Incentives.Core.Diagnostics;

/// <summary>The same sentence in the two languages the program speaks.</summary>
/// <param name="Zh">Chinese text.</param>
/// <param name="En">English text.</param>
public sealed record Phrase(string Zh, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Chinese ? Zh : En;
}

/// <summary>A language the program speaks to people.</summary>
public enum Language
{
    /// <summary>简体中文.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}

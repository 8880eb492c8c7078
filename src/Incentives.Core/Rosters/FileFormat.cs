namespace Incentives.Core.Rosters;

/// <summary>What kind of file its first bytes say it is.</summary>
internal enum FileFormat
{
    /// <summary>Text in some encoding.</summary>
    Text,

    /// <summary>A zip package: .xlsx, .xlsb, or something else that is one, such as .docx.</summary>
    Package,

    /// <summary>An old Office container: .xls, an encrypted .xlsx, .doc, .wps.</summary>
    OldOffice,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Rich text.</summary>
    RichText,

    /// <summary>A web page or XML, often named .xls by the system that exported it.</summary>
    Markup,

    /// <summary>A picture.</summary>
    Picture,
}

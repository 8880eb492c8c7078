using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Documents;

/// <summary>Pages asked for.</summary>
/// <param name="Rules">Rule files and folders.</param>
/// <param name="Language">The language of the pages.</param>
/// <param name="IsHtml">HTML rather than Markdown.</param>
internal sealed record DocumentRequest(IReadOnlyList<string> Rules, Language Language, bool IsHtml);

/// <summary>A page as a file.</summary>
/// <param name="Name">The scheme's id with the ending.</param>
/// <param name="Text">Its content.</param>
internal sealed record Document(string Name, string Text);

/// <summary>Schemes as pages to be read.</summary>
internal static class SchemeDocuments
{
    // Rules that speak of the batch's period are compiled for some year; the pages do not depend on which.
    private static readonly Period StandIn = new(20240101, 20241231);

    /// <summary>The pages, in the order of the files; null after reporting why the rules cannot be used.</summary>
    public static IReadOnlyList<Document>? Write(DocumentRequest request, DiagnosticBag bag)
    {
        RuleSet rules = RuleSet.Read(request.Rules, bag);
        // A page of rules that do not hold together would promise what nobody calculates.
        rules.Compile(new ColumnTable(), new BatchSettings(new Symbols(), StandIn, new Dictionary<string, string>(), new Dictionary<string, string>()), bag);
        if (rules.Schemes.Count == 0 && !bag.HasErrors) bag.Add(RuleMessages.NoSchemes(string.Join(", ", request.Rules)));
        if (bag.HasErrors) return null;
        return [.. rules.Laid(bag).Select(file => SchemePage.Of(file.Root, rules.VocabulariesOf(file).Select(v => v.Root), request.Language))
            .Select(page => request.IsHtml ? new Document(page.Id + ".html", HtmlWriter.Write(page, request.Language)) : new Document(page.Id + ".md", MarkdownWriter.Write(page)))];
    }

    /// <summary>Writes the pages into a folder, each whole or not at all; false after reporting why it cannot.</summary>
    public static bool Save(IReadOnlyList<Document> documents, string folder, DiagnosticBag bag)
    {
        string path = folder;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (Document document in documents)
            {
                path = Path.Combine(folder, document.Name);
                File.WriteAllText(path + ".tmp", document.Text);
                File.Move(path + ".tmp", path, overwrite: true);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(path + ".tmp")) File.Delete(path + ".tmp");
            bag.Add(DocumentMessages.CannotWrite(path, e.Message));
            return false;
        }
    }
}

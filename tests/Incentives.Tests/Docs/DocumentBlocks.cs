namespace Incentives.Tests.Docs;

/// <summary>A fenced block of a document.</summary>
/// <param name="Language">The first word behind the fence.</param>
/// <param name="Rest">The other words behind the fence.</param>
/// <param name="Text">What stands between the fences.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
internal sealed record DocumentBlock(string Language, string[] Rest, string Text, int Line);

/// <summary>A rule file with a roster and its results, as a document prints them.</summary>
/// <param name="Rules">The rule files.</param>
/// <param name="Rosters">Roster, history and name lists: the words behind the fence say which.</param>
/// <param name="Results">Results, each with the options of its run behind the fence.</param>
internal sealed record LanguageExample(IReadOnlyList<DocumentBlock> Rules, IReadOnlyList<DocumentBlock> Rosters, IReadOnlyList<DocumentBlock> Results);

/// <summary>The fenced blocks of a document, and the examples they make up.</summary>
internal static class DocumentBlocks
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The text of a document, by its path from the solution.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>All fenced blocks, in order.</summary>
    public static IReadOnlyList<DocumentBlock> Of(string path)
    {
        List<DocumentBlock> blocks = [];
        string[] lines = Text(path).Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            string[] words = lines[i][3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int end = Array.IndexOf(lines, "```", i + 1);
            end.Should().BeGreaterThan(i, $"the fence in line {i + 1} of {path} must be closed");
            blocks.Add(new DocumentBlock(words.FirstOrDefault() ?? "", [.. words.Skip(1)], string.Join('\n', lines[(i + 1)..end]) + "\n", i + 1));
            i = end;
        }

        return blocks;
    }

    /// <summary>Whole rule files, each with the rosters and the results that follow it.</summary>
    public static IReadOnlyList<LanguageExample> Examples(string path)
    {
        List<LanguageExample> examples = [];
        List<DocumentBlock> rules = [], rosters = [], results = [];
        foreach (DocumentBlock block in Of(path).Append(new DocumentBlock("yaml", [], "", 0)))
        {
            switch (block)
            {
                case { Language: "yaml" }:
                    if (results.Count > 0)
                    {
                        examples.Add(new LanguageExample([.. rules], [.. rosters], [.. results]));
                        (rules, rosters, results) = ([], [], []);
                    }

                    rosters.Should().BeEmpty($"the rosters before line {block.Line} of {path} must have results");
                    if (block.Rest is []) rules.Add(block);
                    break;
                case { Language: "csv" } when rules.Count > 0: rosters.Add(block); break;
                case { Language: "text", Rest: ["forecast", ..] } when rules.Count > 0:
                case { Language: "text" } when rosters.Count > 0: results.Add(block); break;
            }
        }

        return examples;
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Incentives.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Incentives.sln is in no folder above the tests");
    }
}

using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>What a YAML file under <c>rules/</c> is; its first key says so.</summary>
internal enum RuleFileKind
{
    Scheme,
    Vocabulary,
    Overlay,
    Tests,
    Targets,
}

/// <summary>One file of rules, read but not compiled.</summary>
/// <param name="Name">Its name as it was asked for, with <c>/</c> between folders.</param>
/// <param name="Path">Where it is on disk.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The id under its first key.</param>
/// <param name="Root">Its content.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record RuleFile(string Name, string Path, RuleFileKind Kind, string Id, MapNode Root, byte[] Content)
{
    private static readonly Dictionary<string, RuleFileKind> Kinds = new()
    {
        ["scheme"] = RuleFileKind.Scheme,
        ["vocabulary"] = RuleFileKind.Vocabulary,
        ["overlay"] = RuleFileKind.Overlay,
        ["tests"] = RuleFileKind.Tests,
        ["targets"] = RuleFileKind.Targets,
    };

    /// <summary>Reads a file; null after reporting why it cannot be used.</summary>
    public static RuleFile? Read(string name, string path, DiagnosticBag bag)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(RuleMessages.Unreadable(name, e.Message));
            return null;
        }

        if (YamlReader.Read(name, content, bag) is not { Entries: [var first, ..] } root) return null;
        if (Kinds.TryGetValue(first.Key, out RuleFileKind kind))
            return new RuleFile(name, path, kind, first.Value is ScalarNode id ? id.Text : "", root, content);
        bag.Add(RuleMessages.NotARuleFile(first.KeyPlace, first.Key));
        return null;
    }
}

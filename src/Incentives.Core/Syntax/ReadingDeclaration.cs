using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>One entry of the <c>readings</c> block, checked.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Place">Where it is declared.</param>
/// <param name="Question">What the text leaves open.</param>
/// <param name="Default">The default option as written, or null when it is missing.</param>
/// <param name="DecidedBy">Who decided, or null.</param>
/// <param name="Note">A remark, or null.</param>
/// <param name="Options">Options named in the declaration; empty when they come from the uses alone.</param>
internal sealed record ReadingDeclaration(string Id, Place Place, string Question, ScalarNode? Default, string? DecidedBy, string? Note, IReadOnlyList<string> Options)
{
    private static readonly string[] Fields = ["question", "default", "decided-by", "note", "options"];

    /// <summary>All declarations of a scheme, in file order.</summary>
    public static IReadOnlyList<ReadingDeclaration> All(MapNode root, DiagnosticBag bag)
    {
        if (root[ReadingResolver.Block] is not { } block) return [];
        if (block is MapNode map) return [.. map.Entries.Select(e => Of(e, bag)).OfType<ReadingDeclaration>()];
        bag.Add(SyntaxMessages.ReadingsNotABlock(block.Place));
        return [];
    }

    private static ReadingDeclaration? Of(MapEntry entry, DiagnosticBag bag)
    {
        if (entry.Value is not MapNode map)
        {
            bag.Add(SyntaxMessages.ReadingNotABlock(entry.KeyPlace, entry.Key));
            return null;
        }

        foreach (MapEntry field in map.Entries)
        {
            if (!Fields.Contains(field.Key)) bag.Add(SyntaxMessages.ReadingFieldUnknown(field.KeyPlace, field.Key, Suggestion.Nearest(field.Key, Fields), Fields));
            else if (field.Key != "options" && field.Value is not ScalarNode) bag.Add(SyntaxMessages.TextExpected(field.Value.Place, field.Key));
        }

        if (map.Entry("question") is null) bag.Add(SyntaxMessages.ReadingWithoutQuestion(entry.KeyPlace, entry.Key));
        if (map.Entry("default") is null) bag.Add(SyntaxMessages.ReadingWithoutDefault(entry.KeyPlace, entry.Key));
        return new ReadingDeclaration(entry.Key, entry.KeyPlace, Text(map, "question") ?? "", map["default"] as ScalarNode, Text(map, "decided-by"), Text(map, "note"), OptionNames(map));
    }

    private static string? Text(MapNode map, string key) => (map[key] as ScalarNode)?.Text;

    private static string[] OptionNames(MapNode map) => map["options"] switch
    {
        ListNode list => [.. list.Items.OfType<ScalarNode>().Select(s => s.Text)],
        MapNode options => [.. options.Entries.Select(e => e.Key)],
        _ => [],
    };
}

using Incentives.Core.Diagnostics;

namespace Incentives.Core.Compilation;

/// <summary>What may stand under a key; decides the JSON Schema and nothing else.</summary>
internal enum FieldType
{
    Text,
    Date,
    Period,
    Flag,
    Names,
    Amount,
    Test,
    Tests,
    Map,
    List,
    MapOrList,
    Choice,
    Any,
}

/// <summary>One key of a mapping of the rule language.</summary>
/// <param name="Name">The key.</param>
/// <param name="Type">What stands under it.</param>
/// <param name="Words">What it means.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Shape">For maps and lists of maps: their shape, looked up late because shapes nest.</param>
/// <param name="Choices">For <see cref="FieldType.Choice"/>: the words allowed.</param>
/// <param name="Suggest">For other types: words that have a meaning of their own there, which an editor offers.</param>
/// <param name="Or">Another shape that a mapping under it may have.</param>
internal sealed record Field(
    string Name, FieldType Type, Phrase Words, bool IsRequired = false, Func<Shape?>? Shape = null, IReadOnlyList<string>? Choices = null, IReadOnlyList<string>? Suggest = null,
    Func<Shape?>? Or = null);

/// <summary>The keys a mapping may have.</summary>
/// <param name="Name">What the mapping is called in messages and in the schema.</param>
/// <param name="Id">Its name in the JSON Schema.</param>
/// <param name="Fields">Its keys; empty with <paramref name="OpenKeys"/> when the writer names them.</param>
/// <param name="OpenKeys">What stands under keys that the writer names, or null when there are none.</param>
internal sealed record Shape(Phrase Name, string Id, IReadOnlyList<Field> Fields, Field? OpenKeys = null)
{
    /// <summary>The field with a name, or null.</summary>
    public Field? Find(string name) => Fields.FirstOrDefault(f => f.Name == name);
}

using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Mutation;

/// <summary>What a mutant changes.</summary>
internal enum MutantKind
{
    /// <summary>An amount, share, factor, cap or other figure.</summary>
    Amount,

    /// <summary>An end of a range or of the scheme's period: moved, opened or closed.</summary>
    Edge,

    /// <summary>A rank or other number that a condition asks for, or the order of a ladder.</summary>
    Rank,

    /// <summary>How grants relate: to each other, to earlier ones, to the recipient.</summary>
    Relation,

    /// <summary>The option that a reading takes by default.</summary>
    Reading,
}

/// <summary>One small change of a scheme.</summary>
/// <param name="Kind">What it changes.</param>
/// <param name="Place">Where.</param>
/// <param name="Was">What stood there.</param>
/// <param name="Becomes">What stands there instead.</param>
/// <param name="Target">The node that is replaced.</param>
/// <param name="Replacement">The node that replaces it.</param>
internal sealed record Mutant(MutantKind Kind, Place Place, string Was, string Becomes, Node Target, Node Replacement)
{
    private static readonly Phrase[] Texts = [new("金额", "amount"), new("边界", "edge"), new("名次", "rank"), new("关系", "relation"), new("口径", "reading")];

    /// <summary>The words of a kind; the English one is the stable code.</summary>
    public static Phrase Words(MutantKind kind) => Texts[(int)kind];

    /// <summary>A scheme's tree with the change made.</summary>
    public MapNode Applied(MapNode root) => (MapNode)Replaced(root);

    private Node Replaced(Node node)
    {
        if (ReferenceEquals(node, Target)) return Replacement;
        return node switch
        {
            ListNode list => list with { Items = [.. list.Items.Select(Replaced)] },
            MapNode map => map with { Entries = [.. map.Entries.Select(e => e with { Value = Replaced(e.Value) })] },
            _ => node,
        };
    }
}

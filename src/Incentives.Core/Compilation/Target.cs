using Incentives.Core.Diagnostics;

namespace Incentives.Core.Compilation;

/// <summary>What a published count counts.</summary>
internal enum TargetKind
{
    /// <summary>New ones, still to be won.</summary>
    New,

    /// <summary>A stock to be reached: how many of them are new is not said.</summary>
    Stock,

    /// <summary>Already held when it was published.</summary>
    Held,

    /// <summary>No award; kept as written.</summary>
    Other,
}

/// <summary>How many: from one number to another; <paramref name="Most"/> is null where no end is said.</summary>
internal readonly record struct CountRange(long Least, long? Most)
{
    /// <summary>For people: <c>8</c>, <c>0..8</c>, <c>600..</c>.</summary>
    public override string ToString() => Least == Most ? $"{Least}" : $"{Least}..{Most}";
}

/// <summary>One published target or count.</summary>
internal sealed record Target
{
    /// <summary>The award, or the name of what is no award.</summary>
    public required string Name { get; init; }

    public required TargetKind Kind { get; init; }

    /// <summary>How many, in each of its years; of no meaning for <see cref="TargetKind.Other"/>.</summary>
    public CountRange Count { get; init; }

    /// <summary>The value of what is no award.</summary>
    public string Value { get; init; } = "";

    /// <summary>Level; empty when it is not said.</summary>
    public string Level { get; init; } = "";

    /// <summary>组织, 个人 or empty.</summary>
    public string RecipientKind { get; init; } = "";

    /// <summary>Whether the kind is the file's assumption rather than said of this target.</summary>
    public bool IsKindAssumed { get; init; }

    /// <summary>First year; 0 when it is not said.</summary>
    public int FirstYear { get; init; }

    /// <summary>Last year, by which it is reached; 0 when it is not said.</summary>
    public int LastYear { get; init; }

    /// <summary>Whether the count is for each of its years.</summary>
    public bool IsEachYear { get; init; }

    public string Cite { get; init; } = "";

    public string Note { get; init; } = "";

    public required Place Place { get; init; }
}

/// <summary>A file of targets.</summary>
/// <param name="Id">The scheme they belong to, or an id of their publication.</param>
/// <param name="File">The file.</param>
/// <param name="AssumedKind">The recipient kind assumed where a target does not say; empty for none.</param>
/// <param name="Items">The targets, in file order.</param>
internal sealed record TargetList(string Id, RuleFile File, string AssumedKind, IReadOnlyList<Target> Items);

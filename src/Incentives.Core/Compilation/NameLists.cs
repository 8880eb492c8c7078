using Incentives.Core.Plans;

namespace Incentives.Core.Compilation;

/// <summary>What a <c>$name</c> stands for when it names a list or a ladder.</summary>
internal static class NameLists
{
    /// <summary>Where a name stands in the list it came from; null when that is not known.</summary>
    public static Diagnostics.Place? PlaceOf(Scope scope, string name) => scope.Names.Places.GetValueOrDefault(name);

    /// <summary>The names, or null when it names neither.</summary>
    public static IReadOnlyList<string>? Find(Scope scope, string name)
    {
        NameScope names = scope.Names;
        IReadOnlyList<string>? found = names.Lists.GetValueOrDefault(name)
            ?? (names.Ladders.TryGetValue(name, out var rungs) ? [.. rungs.SelectMany(r => r)] : null);
        if (found is not null) names.Used.Add(name);
        return found;
    }
}

using System.Collections;
using System.Reflection;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>
/// Whether two pieces of plans over the same names mean the same: field by field, whatever fields there are, so that none can be forgotten. Where
/// they stand in a file and the scheme they belong to do not count. What cannot be told is different.
/// </summary>
internal static class Structure
{
    private const int Deepest = 200;

    /// <summary>Whether two pieces mean the same.</summary>
    public static bool Same(object? a, object? b) => Same(a, b, 0);

    private static bool Same(object? a, object? b, int depth)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a is null || b is null || a.GetType() != b.GetType() || depth > Deepest) return false;
        switch (a)
        {
            case Place or Symbols or Scheme: return true;
            case string or Rational or Int128 or Money or Enum: return a.Equals(b);
            case Delegate: return false;
            case IDictionary map: return SameMap(map, (IDictionary)b, depth);
            case IReadOnlySet<int> set: return set.SetEquals((IReadOnlySet<int>)b);
            case IReadOnlySet<string> set: return set.SetEquals((IReadOnlySet<string>)b);
            case IList list: return SameList(list, (IList)b, depth);
        }

        Type type = a.GetType();
        return type.IsPrimitive ? a.Equals(b) : Fields(type).All(f => Same(f.GetValue(a), f.GetValue(b), depth + 1));
    }

    private static bool SameMap(IDictionary a, IDictionary b, int depth)
    {
        if (a.Count != b.Count) return false;
        foreach (DictionaryEntry entry in a)
        {
            if (!b.Contains(entry.Key) || !Same(entry.Value, b[entry.Key], depth + 1)) return false;
        }

        return true;
    }

    private static bool SameList(IList a, IList b, int depth)
    {
        if (a.Count != b.Count) return false;
        for (int i = 0; i < a.Count; i++)
        {
            if (!Same(a[i], b[i], depth + 1)) return false;
        }

        return true;
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (Type? at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
        {
            foreach (FieldInfo field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)) yield return field;
        }
    }
}

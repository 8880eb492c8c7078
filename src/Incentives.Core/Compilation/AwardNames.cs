using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Awards named in a list: by name, by a list or by a ladder.</summary>
internal static class AwardNames
{
    /// <summary>The awards one name means. A name that is no declared award stands for itself unless it looks like a slip.</summary>
    public static IReadOnlySet<int> Read(Scope scope, ScalarNode name, IEnumerable<string> otherNames)
    {
        Column award = scope.Columns.Standard("award");
        if (!name.IsQuoted && name.Text.StartsWith('$'))
        {
            if (NameLists.Find(scope, name.Text[1..]) is { } names)
                return names.Select(n => (int)ValueReader.TextSymbol(scope, award, n).Numerator).ToHashSet();
            scope.Report(RuleMessages.UnknownReference(name.Place, name.Text[1..], Suggestion.Nearest(name.Text[1..], scope.Names.Lists.Keys.Concat(scope.Names.Ladders.Keys))));
            return new HashSet<int>();
        }

        if (name.Text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            scope.Report(RuleMessages.UnknownClause(name.Place, name.Text, Suggestion.Nearest(name.Text, otherNames)));
        return new HashSet<int> { (int)ValueReader.TextSymbol(scope, award, name.Text).Numerator };
    }
}

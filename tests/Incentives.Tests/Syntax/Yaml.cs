using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

/// <summary>Short ways to nodes and texts for the tests of this folder.</summary>
internal static class Yaml
{
    public static MapNode Map(string yaml)
    {
        DiagnosticBag bag = new();
        MapNode? map = YamlReader.Read("a.yaml", yaml, bag);
        bag.Sorted().Should().BeEmpty();
        return map!;
    }

    public static Dictionary<string, string> Choices(string choice) =>
        choice.Length == 0 ? [] : new() { [choice.Split('=')[0]] = choice.Split('=')[1] };

    public static string Texts(this DiagnosticBag bag, Language language) => string.Join("\n", bag.Sorted().Select(d => d.ToText(language)));
}

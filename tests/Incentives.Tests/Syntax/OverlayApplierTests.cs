using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

public class OverlayApplierTests
{
    private const string Scheme = """
        scheme: s
        lists: {l: [甲, 乙]}
        clauses:
          - {id: a, pay: {up-to: 50万元}}
          - {id: b, pay: {fixed: {by: level, 国家/国际: 1万元}}}
        """;

    [Theory]
    [InlineData("change: {clauses/a/pay/up-to: 40万元}", "clauses", "[{id: a, pay: {up-to: 40万元}}, {id: b, pay: {fixed: {by: lev…")]
    [InlineData("change: {clauses/1/pay: {fixed: 1元}}", "clauses", "[{id: a, pay: {fixed: 1元}}, {id: b, pay: {fixed: {by: level…")]
    [InlineData("change: {clauses/b/pay/fixed: 3元, clauses/b/when: {rank: 1}}", "clauses", "[{id: a, pay: {up-to: 50万元}}, {id: b, pay: {fixed: 3元}, whe…")]
    [InlineData("change: {clauses/b/pay/fixed/国家/国际: 2万元}\nremove: [clauses/a]", "clauses", "[{id: b, pay: {fixed: {by: level, 国家/国际: 2万元}}}]")]
    [InlineData("change: {clauses/c: {id: c}}\nremove: [clauses/a, clauses/b]", "clauses", "[{id: c}]")]
    [InlineData("change: {limit: {at-most: 800万元}}", "limit", "{at-most: 800万元}")]
    [InlineData("remove: [lists/l/甲]", "lists", "{l: [乙]}")]
    [InlineData("remove: lists/l", "lists", "{}")]
    public void Changes_what_the_paths_name(string changes, string key, string expected)
    {
        DiagnosticBag bag = new();
        MapNode changed = OverlayApplier.Apply(Yaml.Map(Scheme), Yaml.Map($"overlay: o\nbase: s\n{changes}\n"), bag);
        bag.Sorted().Should().BeEmpty();
        NodeText.Describe(changed[key]!).Should().Be(expected);
    }

    [Fact]
    public void Leaves_the_scheme_itself_as_it_was()
    {
        MapNode scheme = Yaml.Map(Scheme);
        OverlayApplier.Apply(scheme, Yaml.Map("overlay: o\nbase: s\nremove: [clauses, lists/l/乙]\n"), new DiagnosticBag()).Entries.Should().HaveCount(2);
        scheme.Entries.Should().HaveCount(3);
        NodeText.Describe(scheme["lists"]!).Should().Be("{l: [甲, 乙]}");
    }
}

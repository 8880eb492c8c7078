using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

public class ReadingResolverTests
{
    private const string Scheme = """
        readings:
          edge: {question: 恰为300万元归哪一档？, default: upper, decided-by: 市财政局, note: 待确认}
          pool: {question: 先封顶还是先压缩？, default: first, options: [first, last]}
        a: {reading: edge, upper: 1, lower: {reading: pool, first: 2, last: 3}}
        b: [甲, {reading: edge, upper: none, lower: 乙}]
        c: {d: {reading: edge, upper: "none", lower: none}, e: 丁}
        """;

    [Theory]
    [InlineData("", "1", "[甲]", "{d: \"none\", e: 丁}")]
    [InlineData("edge=lower", "2", "[甲, 乙]", "{e: 丁}")]
    public void Puts_the_chosen_option_in_place(string choice, string a, string b, string c)
    {
        DiagnosticBag bag = new();
        (MapNode resolved, _) = ReadingResolver.Resolve(Yaml.Map(Scheme), Yaml.Choices(choice), bag);
        bag.Sorted().Should().BeEmpty();
        NodeText.Describe(resolved["a"]!).Should().Be(a);
        NodeText.Describe(resolved["b"]!).Should().Be(b);
        NodeText.Describe(resolved["c"]!).Should().Be(c);
        NodeText.Describe(resolved["readings"]!).Should().StartWith("{edge: {question:");
    }

    [Fact]
    public void Names_the_readings_in_force()
    {
        (_, IReadOnlyList<ReadingInForce> readings) = ReadingResolver.Resolve(Yaml.Map(Scheme), Yaml.Choices("edge=lower"), new DiagnosticBag());
        readings.Select(r => r.Id).Should().Equal("edge", "pool");
        readings[0].Should().BeEquivalentTo(new
        {
            Question = "恰为300万元归哪一档？",
            Option = "lower",
            Default = "upper",
            IsDefault = false,
            DecidedBy = "市财政局",
            Note = "待确认",
            Options = new[] { "upper", "lower" },
            DeclaredAt = new Place("a.yaml", 2, 3),
            UsedAt = new[] { new Place("a.yaml", 4, 5), new Place("a.yaml", 5, 9), new Place("a.yaml", 6, 9) },
        });
        readings[1].IsDefault.Should().BeTrue();
        readings[1].UsedAt.Should().ContainSingle();
    }
}

using System.Text.RegularExpressions;

namespace Incentives.Tests.Conventions;

/// <summary>Diagnostic codes: one for each kind of message, in a message class, and each described in <c>docs/diagnostics.md</c> in both languages.</summary>
public sealed partial class DiagnosticCodeTests
{
    private static IEnumerable<(string File, string Code)> Uses() =>
        SourceFiles.Below("src").SelectMany(f => Literal().Matches(SourceFiles.Text(f)).Select(m => (f, m.Groups[1].Value)));

    [Fact]
    public void Each_code_belongs_to_one_message() => Uses().GroupBy(u => u.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(u => u.File))}").Should().BeEmpty();

    [Fact]
    public void Messages_stand_in_message_classes() => Uses().Where(u => !MessageFile().IsMatch(u.File)).Should().BeEmpty();

    // A message that no code path says is a promise nobody keeps.
    [Fact]
    public void Each_message_is_said()
    {
        string[] sources = [.. SourceFiles.Below("src").Select(SourceFiles.Text)];
        SourceFiles.Below("src").Where(f => MessageFile().IsMatch(f)).SelectMany(f => Message().Matches(SourceFiles.Text(f)).Select(m => m.Groups[1].Value)).Distinct()
            .Where(name => !sources.Any(s => Regex.IsMatch(s, $@"Messages\.{name}\b")))
            .Order(StringComparer.Ordinal).Should().BeEmpty();
    }

    [Fact]
    public void Each_code_is_described()
    {
        string[] described = Sections().Keys.ToArray();
        Uses().Select(u => u.Code).Distinct().Except(described).Order(StringComparer.Ordinal).Should().BeEmpty("docs/diagnostics.md should have a section for each");
    }

    [Fact]
    public void Nothing_is_described_that_is_never_said() => Sections().Keys.Except(Uses().Select(u => u.Code)).Order(StringComparer.Ordinal).Should().BeEmpty();

    [Fact]
    public void Descriptions_are_in_order_and_in_both_languages()
    {
        Dictionary<string, string> sections = Sections();
        sections.Keys.Should().BeInAscendingOrder(StringComparer.Ordinal);
        sections.Where(s => !Chinese().IsMatch(s.Value) || !English().IsMatch(s.Value)).Select(s => s.Key).Should().BeEmpty();
    }

    // "例 Example：..." below the two descriptions, or one after each.
    [Fact]
    public void Each_description_has_an_example() =>
        Sections().Where(s => !s.Value.Contains("\n例", StringComparison.Ordinal) || !s.Value.Contains("Example", StringComparison.Ordinal)).Select(s => s.Key).Should().BeEmpty("each section of docs/diagnostics.md ends with a line \"例 Example：...\"");

    private static Dictionary<string, string> Sections()
    {
        string[] parts = Heading().Split(File.ReadAllText(Repository.Path("docs", "diagnostics.md")));
        return Enumerable.Range(0, parts.Length / 2).ToDictionary(i => parts[(2 * i) + 1], i => parts[(2 * i) + 2]);
    }

    [GeneratedRegex("\"(INC[0-9]{4})\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"public static Diagnostic (\w+)\(")]
    private static partial Regex Message();

    [GeneratedRegex(@"Messages(\.\w+)?\.cs$")]
    private static partial Regex MessageFile();

    [GeneratedRegex("^### (INC[0-9]{4})$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[\u4e00-\u9fff]{4}")]
    private static partial Regex Chinese();

    [GeneratedRegex("[A-Za-z]+ [a-z]+ [a-z]+")]
    private static partial Regex English();
}

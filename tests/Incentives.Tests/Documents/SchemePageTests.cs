using System.Text.RegularExpressions;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Documents;
using Incentives.Core.Syntax;
using Incentives.Tests.Commands;

namespace Incentives.Tests.Documents;

/// <summary>Schemes as pages: every key of the language comes out in words, and nothing that a scheme says is left out.</summary>
public sealed class SchemePageTests
{
    private static readonly string Every = Repository.Path("tests/documents/every-key.yaml");

    public static TheoryData<string> Schemes()
    {
        TheoryData<string> files = [];
        foreach (string folder in (string[])["rules", "tests/cases", "tests/documents"])
        {
            foreach (string file in Directory.EnumerateFiles(Repository.Path(folder), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                if (YamlReader.Read(file, File.ReadAllBytes(file), new DiagnosticBag())?.Entries[0].Key == "scheme") files.Add(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
            }
        }

        return files;
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Every_key_in_words(string language)
    {
        string expected = File.ReadAllText(Repository.Path($"tests/documents/every-key.{language}.md"));
        CommandResult result = CommandLine.Run("export", "docs", "--rules", Every, "--rules", Repository.Path("rules/vocabulary"), "--lang", language);
        result.Should().Be(new CommandResult(0, expected, ""));
    }

    // A key that is new in the language must be put into words here, or this test fails.
    [Fact]
    public void The_scheme_of_every_key_uses_every_key()
    {
        HashSet<string> used = [];
        void Collect(Node node)
        {
            if (node is ListNode list) foreach (Node item in list.Items) Collect(item);
            if (node is not MapNode map) return;
            used.UnionWith(map.Entries.Select(e => e.Key));
            foreach (MapEntry entry in map.Entries) Collect(entry.Value);
        }

        Collect(YamlReader.Read("every-key.yaml", File.ReadAllBytes(Every), new DiagnosticBag())!);
        HashSet<Shape> seen = [];
        List<string> missing = [];
        void Visit(Shape shape)
        {
            if (!seen.Add(shape)) return;
            foreach (Field field in shape.OpenKeys is { } open ? [.. shape.Fields, open] : shape.Fields)
            {
                if (field.Name.Length > 0 && !used.Contains(field.Name)) missing.Add($"{shape.Id}.{field.Name}");
                if (field.Shape?.Invoke() is { } inner) Visit(inner);
            }
        }

        Visit(Shapes.Scheme);
        seen.Count.Should().BeGreaterThan(15);
        missing.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Nothing_is_left_out(string file)
    {
        MapNode root = YamlReader.Read(file, File.ReadAllBytes(Repository.Path(file)), new DiagnosticBag())!;
        foreach (Language language in Enum.GetValues<Language>())
        {
            Page page = SchemePage.Of(root, [], language);
            page.Blocks.OfType<Heading>().Select(h => h.Text).Should().NotContain(["没有写成文字的内容", "Not put into words"]);
            string all = string.Join('\n', page.Blocks.SelectMany(Texts));
            Said(root).Where(text => !all.Contains(text, StringComparison.Ordinal)).Should().BeEmpty();
        }
    }

    // What is written down as left over, where nobody put a key into words.
    [Fact]
    public void A_key_without_words_is_said_to_be_left_out()
    {
        MapNode root = YamlReader.Read("a.yaml", "scheme: a\ntitle: 甲\nclauses:\n  - {id: x, pay: {fixed: 5万元}, colour: 红}\n"u8.ToArray(), new DiagnosticBag())!;
        Page page = SchemePage.Of(root, [], Language.Chinese);
        page.Blocks[^2].Should().Be(new Heading(2, "没有写成文字的内容"));
        page.Blocks[^1].Should().BeOfType<Bullets>().Which.Items.Should().Equal(new Bullet("clauses[1].colour", "红"));
    }

    [Fact]
    public void Text_of_rule_files_is_text_in_every_form()
    {
        MapNode root = YamlReader.Read("a.yaml", "scheme: a\ntitle: <script>alert(1)</script>\nlists: {'<img src=x onerror=alert(1)>': ['a|b']}\nclauses:\n  - {id: x, cite: '*一* & \"二\"', pay: {fixed: 5万元}}\n"u8.ToArray(), new DiagnosticBag())!;
        Page page = SchemePage.Of(root, [], Language.Chinese);
        string html = HtmlWriter.Write(page, Language.Chinese), markdown = MarkdownWriter.Write(page);
        Regex.Matches(html, "<(script|img)").Should().BeEmpty();
        html.Should().Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Contain("&quot;二&quot;").And.NotMatchRegex("(src|href)=\"?http");
        markdown.Should().Contain(@"# \<script\>alert(1)\</script\>").And.Contain(@"a\|b").And.Contain(@"\*一\* \& ""二""");
    }

    [Fact]
    public void A_folder_of_pages()
    {
        using TempFolder folder = new();
        CommandLine.English("export", "docs", "--rules", Repository.Path("rules/hunan"), "--out", folder["pages"], "--format", "html").Output.Should().Be($"4 pages written to {folder["pages"]}\n");
        Directory.GetFiles(folder["pages"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).Should().HaveCount(4).And.Contain("zhuzhou-brand-2023.html");
        string page = File.ReadAllText(Path.Combine(folder["pages"], "zhuzhou-brand-2023.html"));
        page.Should().StartWith("<!DOCTYPE html>\n<html lang=\"en\">").And.Contain("<td>30万元</td>").And.EndWith("</body>\n</html>\n");
    }

    [Fact]
    public void Rules_that_do_not_hold_together_make_no_page()
    {
        using TempFolder folder = new();
        CommandResult result = CommandLine.English("export", "docs", "--rules", folder.Write("a.yaml", ProbeScheme.Text.Replace("50万元", "50", StringComparison.Ordinal)), "--out", folder["pages"]);
        result.Exit.Should().Be(2);
        result.Error.Should().Contain("error INC");
        Directory.Exists(folder["pages"]).Should().BeFalse();
    }

    [Fact]
    public void A_folder_that_cannot_be_written()
    {
        using TempFolder folder = new();
        string rules = folder.Write("a.yaml", ProbeScheme.Text), file = folder.Write("pages", "");
        CommandLine.English("export", "docs", "--rules", rules, "--out", file).Should().Match<CommandResult>(r => r.Exit == 2 && r.Error.Contains("error INC2090: cannot be written: ", StringComparison.Ordinal) && r.Error.Contains("next step: check the disk and permissions", StringComparison.Ordinal));
        CommandLine.Chinese("export", "docs", "--rules", rules, "--out", file).Should().Match<CommandResult>(r => r.Exit == 2 && r.Error.Contains("错误 INC2090: 写不进去：", StringComparison.Ordinal) && r.Error.Contains("怎么办：检查磁盘空间和权限", StringComparison.Ordinal));
    }

    // The amounts, percentages, articles and names that a scheme writes down.
    private static IEnumerable<string> Said(Node node, string key = "") => node switch
    {
        MapNode map => map.Entries.SelectMany(e => Said(e.Value, e.Key)),
        ListNode list => list.Items.SelectMany(i => Said(i, key)),
        ScalarNode { Text: var text } when key is "cite" or "department" or "title" or "issuer" or "document" or "question" => [Telling.OneLine(text)],
        ScalarNode { Text: var text } when text != "0" && (MoneyText.TryParse(text, out _) || Regex.IsMatch(text, "^[0-9.]+%$")) => [text],
        _ => [],
    };

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        Bullets bullets => bullets.Items.SelectMany(i => new[] { i.Label, i.Text }),
        Grid grid => [grid.Caption, .. grid.Headers, .. grid.Rows.SelectMany(r => r)],
        _ => [],
    };
}

using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Tests.Docs;

/// <summary>The pages for people name what the program has: commands, headers, statuses, reason codes; and the links between them lead somewhere.</summary>
public sealed class DocumentTests
{
    public static TheoryData<string> Readmes => ["README.md", "README.zh-CN.md"];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void The_first_block_of_a_readme_is_the_two_commands(string readme)
    {
        string[] commands = DocumentBlocks.Of(readme)[0].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        commands.Should().Equal(
            "dotnet run --project src/Incentives.Cli -- calculate samples/zhuzhou-2024.csv --rules rules/hunan/zhuzhou --out out/zhuzhou-2024",
            "dotnet test");
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void A_readme_names_every_header_of_the_standard_columns(string readme)
    {
        string text = DocumentBlocks.Text(readme);
        StandardColumns.All.SelectMany(c => c.Headers.Append(c.Name)).Where(h => !text.Contains(h, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void A_readme_names_every_status(string readme) => Missing(readme, Enum.GetValues<Status>().Select(s => s.Code())).Should().BeEmpty();

    [Fact]
    public void The_semantics_name_every_status_and_reason_code()
    {
        Missing("docs/semantics.md", Enum.GetValues<Status>().Select(s => s.Code())).Should().BeEmpty();
        Missing("docs/semantics.md", Enum.GetValues<Reason>().Where(r => r != Reason.None).Select(r => r.Code())).Should().BeEmpty();
    }

    [Fact]
    public void Every_reason_code_without_a_star_stands_in_both_readmes()
    {
        string semantics = DocumentBlocks.Text("docs/semantics.md");
        string[] inUse = [.. Enum.GetValues<Reason>().Where(r => r != Reason.None).Select(r => r.Code()).Where(c => !semantics.Contains($"`{c}` *", StringComparison.Ordinal))];
        foreach (string readme in new[] { "README.md", "README.zh-CN.md" }) Missing(readme, inUse).Should().BeEmpty(readme);
    }

    [Fact]
    public void Links_between_the_pages_lead_to_files_that_exist()
    {
        IEnumerable<string> pages = new[] { "README.md", "README.zh-CN.md", "docs/language.md", "docs/semantics.md", "docs/architecture.md" };
        IEnumerable<string> broken =
            from page in pages
            from part in DocumentBlocks.Text(page).Split("](").Skip(1)
            let target = part[..part.IndexOf(')', StringComparison.Ordinal)].Split('#')[0]
            where target.Length > 0 && !target.StartsWith("http", StringComparison.Ordinal)
            let path = Path.GetRelativePath(DocumentBlocks.Root, Path.Combine(DocumentBlocks.Root, Path.GetDirectoryName(page)!, target)).Replace('\\', '/')
            where !Path.Exists(Path.Combine(DocumentBlocks.Root, path))
            select $"{page}: {target}";
        broken.Should().BeEmpty();
    }

    private static IEnumerable<string> Missing(string page, IEnumerable<string> words)
    {
        string text = DocumentBlocks.Text(page);
        return words.Where(w => !text.Contains($"`{w}`", StringComparison.Ordinal));
    }
}

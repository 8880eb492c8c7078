using System.Text.RegularExpressions;

namespace Incentives.Tests.Conventions;

/// <summary>The rooms of the library, as <c>docs/architecture.md</c> draws them: a room uses only rooms before it, and data flows one way.</summary>
public sealed partial class RoomTests
{
    // Rooms on one line are beside each other and do not use one another. Clauses and Compilation are one room in two folders.
    private static readonly string[][] Order =
    [
        ["Diagnostics"],
        ["Numbers"],
        ["Pages", "Workbooks"],
        ["Syntax", "Rosters"],
        ["Traces"],
        ["Plans"],
        ["Compilation", "Clauses"],
        ["Checking", "Evaluation", "Sampling", "Documents"],
        ["Comparing", "Forecasting"],
        ["Reports", "Sql"],
        ["Testing"],
        ["Ledger"],
    ];

    [Fact]
    public void Every_folder_is_a_room_of_the_drawing()
    {
        IEnumerable<string> folders = SourceFiles.Below("src/Incentives.Core").Select(f => f.Split('/')).Where(p => p.Length > 3).Select(p => p[2]).Distinct();
        folders.Should().BeSubsetOf(Order.SelectMany(o => o));
    }

    [Fact]
    public void No_room_uses_one_behind_it()
    {
        List<string> back = [];
        foreach (string file in SourceFiles.Below("src/Incentives.Core").Where(f => f.Split('/').Length > 3))
        {
            string room = file.Split('/')[2];
            foreach (string used in Used(SourceFiles.Text(file)).Where(u => !May(room, u))) back.Add($"{file} uses {used}");
        }

        back.Should().BeEmpty();
    }

    // The two parsers each live in one room.
    [Theory]
    [InlineData("YamlDotNet", "Syntax")]
    [InlineData("ExcelDataReader", "Rosters")]
    [InlineData("Microsoft.Data.Sqlite", "Ledger")]
    [InlineData("DocumentFormat.OpenXml", "Workbooks")]
    public void A_foreign_parser_is_known_to_one_room(string package, string room)
    {
        string[] users = [.. SourceFiles.Below("src").Where(f => SourceFiles.Text(f).Contains($"using {package}", StringComparison.Ordinal))];
        users.Should().NotBeEmpty().And.OnlyContain(f => f.StartsWith($"src/Incentives.Core/{room}/"));
    }

    [Fact]
    public void The_library_never_speaks_to_the_console() =>
        SourceFiles.Below("src/Incentives.Core").Where(f => SourceFiles.Text(f).Contains("Console.", StringComparison.Ordinal)).Should().BeEmpty();

    [Theory]
    [InlineData("using Incentives.Core.Reports;", "Reports")]
    [InlineData("x = Reports.RunFolder.Begin()", "Reports")]
    [InlineData("x = Core.Plans.Status.Pay", "Plans")]
    public void The_scan_sees_it(string text, string room) => Used(text).Should().Equal(room);

    private static bool May(string room, string used)
    {
        if (room == used) return true;
        int mine = Array.FindIndex(Order, o => o.Contains(room)), other = Array.FindIndex(Order, o => o.Contains(used));
        return other < mine || (room, used) is ("Compilation", "Clauses") or ("Clauses", "Compilation");
    }

    // By using, or by a name with its room before it; a type stands in the file of its name.
    private static IEnumerable<string> Used(string text)
    {
        string code = Comments().Replace(text, "");
        IEnumerable<string> qualified = Qualified().Matches(code).Select(m => (Room: m.Groups["room"].Value, Type: m.Groups["type"].Value))
            .Where(q => File.Exists(Repository.Path("src/Incentives.Core", q.Room, q.Type + ".cs"))).Select(q => q.Room);
        return Usings().Matches(code).Select(m => m.Groups["room"].Value).Concat(qualified).Where(r => Order.Any(o => o.Contains(r))).Distinct();
    }

    [GeneratedRegex(@"^\s*using Incentives\.Core\.(?<room>\w+)", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"(?<![\w.""])(?:Incentives\.)?(?:Core\.)?(?<room>[A-Z]\w+)\.(?<type>[A-Z]\w+)")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^\s*//.*$|^namespace .*$", RegexOptions.Multiline)]
    private static partial Regex Comments();
}

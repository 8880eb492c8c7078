using System.Text;
using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Rosters;

namespace Incentives.Tests.Rosters;

/// <summary>A temporary folder with roster files, and what opening them says.</summary>
internal sealed class RosterFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incentives-test-");

    public DiagnosticBag Bag { get; } = new();

    public string Path => _folder.FullName;

    public static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    public string Write(byte[] bytes, string name = "名册.csv")
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public RosterFile? Open(byte[] bytes) => RosterFile.Open(Write(bytes), "名册.csv", Bag);

    public RosterFile? Open(string utf8) => Open(Encoding.UTF8.GetBytes(utf8));

    /// <summary>Each row as <c>line: cell|cell</c>, read with one thread and compared with several.</summary>
    public static IReadOnlyList<string> Rows(RosterFile file)
    {
        List<string> rows = [];
        using (CsvReader reader = file.CreateReader())
        {
            while (reader.Read()) rows.Add(Row(reader));
        }

        using CsvReader again = file.CreateReader();
        again.ParallelEnumerate(Row, 3).Should().Equal(rows);
        return rows;
    }

    public string Texts(Language language) => string.Join('\n', Bag.Sorted().Select(d => d.ToText(language)));

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Row(CsvReader r) => $"{r.LineNumber}: {string.Join('|', Enumerable.Range(0, r.FieldCount).Select(r.GetString))}";
}

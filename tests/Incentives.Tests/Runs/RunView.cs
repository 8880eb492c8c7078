using CsvHelper;
using Incentives.Core.Rosters;

namespace Incentives.Tests.Runs;

/// <summary>A line of <c>payouts.csv</c>.</summary>
internal sealed record PayoutLine(
    int Line, string Id, string RecipientId, string Recipient, string Award, string Scheme, string Clause, string Status, string Reason, long EntitledFen, long PayableFen)
{
    /// <summary>Id, status, reason, clause and yuan payable, as the expectations write them.</summary>
    public string Short => $"{Id} {Status} {Reason} {(Clause.Length == 0 ? "-" : Clause)} {PayableFen / 100}";
}

/// <summary>A line of <c>summary.csv</c>.</summary>
internal sealed record SummaryLine(string By, string Key, int Rows, long EntitledFen, long PayableFen);

/// <summary>What a run folder holds, read back from its files.</summary>
internal sealed class RunView
{
    public const string Header = "line,roster_id,recipient_id,recipient,award,scheme,clause,status,reason,entitled_yuan,payable_yuan,held_yuan,provisional,reasons";

    public RunView(string folder)
    {
        Folder = folder;
        Payouts = Read("payouts.csv", r => new PayoutLine(
            int.Parse(r.GetString(0), null), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8),
            Fen(r.GetString(9)), Fen(r.GetString(10))));
        Summary = Read("summary.csv", r => new SummaryLine(r.GetString(0), r.GetString(1), int.Parse(r.GetString(2), null), Fen(r.GetString(4)), Fen(r.GetString(5))));
    }

    public string Folder { get; }

    public IReadOnlyList<PayoutLine> Payouts { get; }

    public IReadOnlyList<SummaryLine> Summary { get; }

    /// <summary>Yuan payable in all.</summary>
    public long Total => Payable("total", "");

    /// <summary>Yuan payable under one key of the summary.</summary>
    public long Payable(string by, string key) => Summary.Single(s => s.By == by && s.Key == key).PayableFen / 100;

    /// <summary>Keys with their yuan, of everything that is added up by one thing, in ordinal order: <c>key yuan</c>.</summary>
    public IReadOnlyList<string> By(string by) => [.. Summary.Where(s => s.By == by).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{(s.Key.Length == 0 ? "-" : s.Key)} {s.PayableFen / 100}")];

    /// <summary>Payout lines by status, in ordinal order: <c>status lines</c>.</summary>
    public IReadOnlyList<string> RowsByStatus() => [.. Payouts.GroupBy(p => p.Status).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")];

    /// <summary>Every file of the folder with its bytes, by path from the folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Files() =>
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllBytes);

    /// <summary>Says that another folder holds the same files, byte for byte.</summary>
    public void ShouldEqual(RunView other)
    {
        IReadOnlyDictionary<string, byte[]> mine = Files(), theirs = other.Files();
        mine.Keys.Should().BeEquivalentTo(theirs.Keys);
        foreach ((string name, byte[] bytes) in mine) bytes.AsSpan().SequenceEqual(theirs[name]).Should().BeTrue("{0} should be the same", name);
    }

    // Exactly two decimals, as the files promise.
    private static long Fen(string yuan)
    {
        yuan.Should().MatchRegex("^[0-9]+\\.[0-9]{2}$");
        return long.Parse(yuan.Remove(yuan.Length - 3, 1), null);
    }

    private List<T> Read<T>(string file, Func<CsvReader, T> line)
    {
        using CsvReader reader = CsvReader.FromFile(Path.Combine(Folder, file), RosterFile.Options(',', hasHeader: true));
        List<T> lines = [];
        while (reader.Read()) lines.Add(line(reader));
        return lines;
    }
}

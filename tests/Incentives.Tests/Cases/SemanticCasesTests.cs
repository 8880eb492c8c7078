using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Tests.Cases;

/// <summary>
/// One folder a case under <c>tests/cases</c>: <c>rules*.yaml</c>, <c>roster.csv</c>, and where needed <c>history.csv</c>, <c>alias.csv</c>,
/// <c>list-NAME.csv</c> and <c>args.txt</c> (<c>period=</c>, <c>reading ID=</c>, <c>set NAME=</c>). Expected, worked by hand:
/// <c>expected.payouts.csv</c>, and <c>expected.trace.txt</c> with the steps of some rows.
/// </summary>
public class SemanticCasesTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Repository.Path("tests", "cases")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Pays_what_was_worked_out_by_hand(string folder)
    {
        using BatchResult batch = Run(folder);
        string[] expected = File.ReadAllLines(Repository.Path("tests", "cases", folder, "expected.payouts.csv"));
        expected[0].Should().Be("line,clause,status,reason,entitled,payable,held");
        Payouts(batch).Should().Equal(expected[1..].Where(l => l.Length > 0));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Says_how_it_got_there(string folder)
    {
        string path = Repository.Path("tests", "cases", folder, "expected.trace.txt");
        File.Exists(path).Should().BeTrue("every case holds the steps of at least one row");
        string[] expected = [.. File.ReadAllLines(path).Where(l => l.Length > 0 && !l.StartsWith('#'))];
        expected.Should().NotBeEmpty();
        using BatchResult batch = Run(folder);
        HashSet<string> rows = [.. expected.Select(l => l.Split(' ')[0])];
        Trace(batch).Where(l => rows.Contains(l.Split(' ')[0])).Should().Equal(expected);
    }

    private static IEnumerable<string> Payouts(BatchResult batch)
    {
        for (int i = 0; i < batch.Lines.Count; i++)
        {
            ClaimLine line = batch.Lines[i];
            string clause = line.Clause < 0 ? "" : batch.Plan.Clauses[line.Clause].Id;
            yield return $"{batch.Lines.PhysicalLine(line.Row)},{clause},{line.Status.Code()},{line.FinalReason.Code()},{new Money(line.Entitled)},{new Money(line.Payable)},{new Money(line.Reserved)}";
        }
    }

    // "3 standards: 3 fixed 0 -> 300,000 [clause-cap] (roster.csv:2)", amounts in yuan.
    private static IEnumerable<string> Trace(BatchResult batch)
    {
        for (int i = 0; i < batch.Lines.Count; i++)
        {
            ClaimLine line = batch.Lines[i];
            string clause = line.Clause < 0 ? "-" : batch.Plan.Clauses[line.Clause].Id;
            foreach (Step step in batch.Lines.Trace(i)!.Steps.Where(s => s.Operation != "select" || s.Reason is not null))
            {
                string text = $"{batch.Lines.PhysicalLine(line.Row)} {clause}: {step.Stage} {step.Operation} {Yuan(step.Before)} -> {Yuan(step.After)}";
                if (step.Reason is not null) text += $" [{step.Reason}]";
                if (step.Rows.Count > 0) text += $" ({string.Join(", ", step.Rows.Named.Select(r => $"{r.File}:{r.Line}"))})";
                yield return text;
            }
        }
    }

    private static string Yuan(Rational fen) => Symbols.ShowNumber(ValueKind.Money, fen);

    internal static BatchResult Run(string folder)
    {
        (RuleSet rules, BatchRequest request) = Read(folder);
        DiagnosticBag bag = new();
        BatchResult? batch = Batch.Run(rules, request with { WantsSteps = (_, _) => true }, bag);
        string.Join('\n', bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.ToText(Language.English))).Should().BeEmpty();
        return batch!;
    }

    /// <summary>What a folder asks for.</summary>
    internal static (RuleSet Rules, BatchRequest Request) Read(string folder)
    {
        string root = Repository.Path("tests", "cases", folder);
        DiagnosticBag bag = new();
        RuleSet rules = RuleSet.ReadFiles(Directory.GetFiles(root, "rules*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), f)), bag);
        Dictionary<string, string> readings = [], settings = [];
        string period = "";
        string args = Path.Combine(root, "args.txt");
        foreach (string arg in File.Exists(args) ? File.ReadAllLines(args) : [])
        {
            string[] parts = arg.Split('=', 2);
            if (parts[0] == "period") period = parts[1];
            else if (parts[0].StartsWith("reading ", StringComparison.Ordinal)) readings[parts[0][8..]] = parts[1];
            else if (parts[0].StartsWith("set ", StringComparison.Ordinal)) settings[parts[0][4..]] = parts[1];
        }

        InputFile[] inputs(string name) => File.Exists(Path.Combine(root, name)) ? [new InputFile(name, Path.Combine(root, name))] : [];
        BatchRequest request = new()
        {
            Rosters = inputs("roster.csv"),
            History = inputs("history.csv"),
            Aliases = inputs("alias.csv"),
            Lists = [.. Directory.GetFiles(root, "list-*.csv").Order(StringComparer.Ordinal).Select(f => (Path.GetFileNameWithoutExtension(f)[5..], new InputFile(Path.GetFileName(f), f)))],
            Period = period,
            Readings = readings,
            Settings = settings,
        };
        string.Join('\n', bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.ToText(Language.English))).Should().BeEmpty();
        return (rules, request);
    }
}

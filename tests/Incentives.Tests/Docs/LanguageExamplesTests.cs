using System.Globalization;
using CsvHelper;
using Incentives.Cli;
using Incentives.Core.Checking;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;
using Incentives.Core.Testing;

namespace Incentives.Tests.Docs;

/// <summary>What <c>docs/language.md</c> teaches is what the program does: its rule files calculate to the results printed beside them, its mistakes give the messages printed beside them.</summary>
public sealed class LanguageExamplesTests : IDisposable
{
    private const string Document = "docs/language.md";

    // Stands around a mistake that is a piece of a clause, so that it is the only thing wrong.
    private const string ClauseFrame = """
        scheme: example
        title: 示例办法
        status: in-force
        effective: 2024
        columns: {投资额: money, 研发人数: count}
        clauses:
          - id: one
            cite: 一
            department: 市局

        """;

    private const string FileFrame = """
        scheme: example
        title: 示例办法
        status: in-force
        effective: 2024

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("incentives-docs-").FullName;

    public static TheoryData<int> ExampleLines => [.. DocumentBlocks.Examples(Document).Select(e => e.Rules[^1].Line)];

    public static TheoryData<int> MistakeLines => [.. Mistakes().Select(m => m.Mistake.Line)];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_document_has_examples_and_mistakes()
    {
        DocumentBlocks.Examples(Document).Count.Should().BeGreaterThan(25);
        Mistakes().Count.Should().BeGreaterThan(15);
        string[] known = ["", "fragment", "mistake clause", "mistake file"];
        DocumentBlocks.Of(Document).Where(b => b.Language == "yaml").Select(b => string.Join(' ', b.Rest)).Should().OnlyContain(w => known.Contains(w));
    }

    [Theory]
    [MemberData(nameof(ExampleLines))]
    public void An_example_gives_the_results_printed_beside_it(int line)
    {
        LanguageExample example = ExampleAt(line);
        WriteRules(example);
        foreach (DocumentBlock printed in example.Results) Results(example, printed).Should().Equal(Printed(printed.Text), $"that is what line {printed.Line} prints");
    }

    [Theory]
    [MemberData(nameof(ExampleLines))]
    public void An_example_has_nothing_that_check_would_warn_of(int line)
    {
        WriteRules(ExampleAt(line));
        DiagnosticBag bag = new();
        RuleCheck.Run(new CheckRequest([Path.Combine(_folder, "rules")], "2024", "", 0), bag);
        bag.Sorted().Where(d => d.Severity != Severity.Note).Select(d => d.ToText(Language.English)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(ExampleLines))]
    public void The_test_files_among_the_examples_pass(int line)
    {
        WriteRules(ExampleAt(line));
        DiagnosticBag bag = new();
        TestReport? report = TestReport.Of(new TestRequest([Path.Combine(_folder, "rules")]), bag, CancellationToken.None);
        bag.HasErrors.Should().BeFalse();
        report!.Outcomes.SelectMany(o => o.Problems.Select(p => p.En)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(MistakeLines))]
    public void A_mistake_gives_the_messages_printed_beside_it(int line)
    {
        (DocumentBlock mistake, DocumentBlock printed) = Mistakes().Single(m => m.Mistake.Line == line);
        string path = Path.Combine(_folder, "a.yaml");
        string text = mistake.Rest[1] == "file" ? FileFrame + mistake.Text : ClauseFrame + string.Concat(mistake.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => $"    {l}\n"));
        File.WriteAllText(path, text);
        DiagnosticBag bag = new();
        RuleCheck.Run(new CheckRequest([path], "", "", 0), bag);
        IEnumerable<string> said = bag.Sorted().Where(d => d.Severity != Severity.Note).SelectMany(d => new[] { $"{d.Code} {d.What.Zh}", $"{d.Code} {d.What.En}" });
        said.Should().Equal(printed.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Every_key_of_the_language_stands_in_the_reference()
    {
        string text = DocumentBlocks.Text(Document);
        Shape[] shapes =
        [
            Shapes.Scheme, Shapes.Vocabulary, Shapes.Overlay, Shapes.Award, Shapes.Column, Shapes.Reading, Shapes.Exclude, Shapes.Clause, Shapes.Pay, Shapes.Nested,
            Shapes.PerMeasure, Shapes.Round, Shapes.Earmark, Shapes.Recur, Shapes.Overlap, Shapes.Share, Shapes.Limit, Shapes.Instalment, Shapes.TestFile, Shapes.Targets, Shapes.Target,
        ];
        IEnumerable<string> words = shapes.SelectMany(s => s.Fields).SelectMany(f => f.Choices is { } choices ? [f.Name, .. choices] : new[] { f.Name });
        words.Distinct().Where(w => !text.Contains($"`{w}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static IReadOnlyList<(DocumentBlock Mistake, DocumentBlock Printed)> Mistakes()
    {
        IReadOnlyList<DocumentBlock> blocks = DocumentBlocks.Of(Document);
        return [.. blocks.Zip(blocks.Skip(1)).Where(p => p.First.Rest.FirstOrDefault() == "mistake")];
    }

    private static LanguageExample ExampleAt(int line) => DocumentBlocks.Examples(Document).Single(e => e.Rules[^1].Line == line);

    private void WriteRules(LanguageExample example)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "rules"));
        for (int i = 0; i < example.Rules.Count; i++)
        {
            // An overlay is for a what-if: it stands elsewhere, and counts only when it is named.
            bool isOverlay = example.Rules[i].Text.StartsWith("overlay:", StringComparison.Ordinal);
            File.WriteAllText(isOverlay ? Path.Combine(_folder, "overlay.yaml") : Path.Combine(_folder, "rules", $"{i + 1}.yaml"), example.Rules[i].Text);
        }
    }

    // Runs the example with the options printed behind the fence, and reads back the columns that the block prints.
    private List<string> Results(LanguageExample example, DocumentBlock printed)
    {
        string run = Path.Combine(_folder, "run");
        if (printed.Rest.FirstOrDefault() == "forecast") return Forecast(printed, run);
        List<string> args = ["calculate"];
        for (int i = 0; i < example.Rosters.Count; i++)
        {
            DocumentBlock block = example.Rosters[i];
            string path = Path.Combine(_folder, $"{i + 1}.csv");
            File.WriteAllText(path, block.Text);
            args.AddRange(block.Rest switch
            {
                [] => [path],
                ["history"] => ["--history", path],
                ["list", var name] => ["--list", $"{name}={path}"],
                _ => throw new InvalidOperationException($"line {block.Line}: csv, csv history or csv list NAME"),
            });
        }

        args.AddRange(["--rules", Path.Combine(_folder, "rules"), "--out", run, "--quiet", "--lang", "en"]);
        foreach (string word in printed.Rest)
            args.AddRange(word == "overlay" ? ["--rules", Path.Combine(_folder, "overlay.yaml")] : [word]);
        StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        IncentivesCommand.Run(args, output, error).Should().Be(ExitCode.Done, error.ToString());
        return Columns(Path.Combine(run, "payouts.csv"), printed.Text[..printed.Text.IndexOf('\n', StringComparison.Ordinal)].Split(','));
    }

    private List<string> Forecast(DocumentBlock printed, string run)
    {
        StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        string[] args = ["forecast", "--rules", Path.Combine(_folder, "rules"), "--out", run, "--quiet", "--lang", "en", .. printed.Rest.Skip(1)];
        IncentivesCommand.Run(args, output, error).Should().Be(ExitCode.Done, error.ToString());
        return Columns(Path.Combine(run, "forecast.csv"), printed.Text[..printed.Text.IndexOf('\n', StringComparison.Ordinal)].Split(','));
    }

    private static List<string> Columns(string path, string[] wanted)
    {
        using CsvReader reader = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = false });
        reader.Read();
        List<string> headers = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        int[] fields = [.. wanted.Select(w => headers.FindIndex(h => h == w || h == w + "_yuan"))];
        fields.Should().NotContain(-1);
        List<string> lines = [];
        while (reader.Read())
            lines.Add(string.Join(',', fields.Select(f => headers[f].EndsWith("_yuan", StringComparison.Ordinal) && reader.GetString(f).Length > 0 ? Fen(reader.GetString(f) + "元") : reader.GetString(f))));
        return lines;
    }

    private static List<string> Printed(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Skip(1).Select(l => string.Join(',', l.Split(',').Select(c => MoneyText.TryParse(c, out _) && c.EndsWith('元') ? Fen(c) : c == "0" ? Fen("0元") : c)))];
    }

    private static string Fen(string money)
    {
        MoneyText.TryParse(money, out Rational fen).Should().BeTrue();
        return $"{fen}分";
    }
}

using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Incentives.Core;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Evaluation.Groups;
using Incentives.Core.Plans;
using Incentives.Core.Reports;
using Incentives.Core.Rosters;
using Incentives.Core.Sampling;

namespace Incentives.Benchmarks;

/// <summary>The stages of one batch, each by itself, on a tidy roster of the plan of Zhuzhou. Operations are whole passes over it.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 10, invocationCount: 1)]
[MemoryDiagnoser]
public class StageBenchmarks : IDisposable
{
    private readonly DiagnosticBag _bag = new();
    private string _folder = "", _roster = "";
    private RuleSet _rules = null!;
    private BatchRequest _request = null!;
    private BatchPlan _plan = null!;
    private RosterFile? _file;
    private BoundRoster _bound = null!;
    private LineStore _lines = null!;
    private RecipientTable _recipients = null!;
    private HistoryStore _history = null!;
    private BatchResult? _result;
    private int _runs;

    /// <summary>Rows of the roster.</summary>
    [Params(200_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _folder = Directory.CreateTempSubdirectory("incentives-benchmark-").FullName;
        _roster = Path.Combine(_folder, "roster.csv");
        string rules = Path.Combine(Root(), "rules", "hunan", "zhuzhou");
        IncentiveProgram.Sample(new SampleRequest { Rules = [rules], Rows = Rows, Seed = 1, Output = _roster, Tidy = true }, null, _bag, default);
        _rules = RuleSet.Read([rules], _bag);
        _request = new BatchRequest { Rosters = [new InputFile("roster.csv", _roster)] };
        NewPlan();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _result?.Dispose();
        _file?.Dispose();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public long ReadingFloorOneThread() => ReadingFloor.Touch(_roster).Rows;

    [IterationSetup(Target = nameof(ScanAndRate))]
    public void BeforeScan() => NewPlan();

    [Benchmark]
    public int ScanAndRate() => Scan();

    [IterationSetup(Target = nameof(GroupStagesAlone))]
    public void BeforeGroups()
    {
        NewPlan();
        Scan();
    }

    [Benchmark]
    public int GroupStagesAlone()
    {
        Group();
        return _lines.Count;
    }

    [IterationSetup(Target = nameof(WriteRunFolder))]
    public void BeforeWriting()
    {
        NewPlan();
        Scan();
        Identities identities = Group();
        _result = new BatchResult(_plan, [_bound], [], _lines, _recipients, _history, identities, null);
    }

    [Benchmark]
    public object? WriteRunFolder() => RunWriter.Write(_result!, _rules, _request, Path.Combine(_folder, $"run-{_runs++}"), _bag, default);

    private void NewPlan()
    {
        _plan = Batch.PlanOf(_rules, _request, _bag, out _) ?? throw new InvalidOperationException("the rules do not compile");
        _file?.Dispose();
        _file = RosterFile.Open(_roster, "roster.csv", _bag) ?? throw new InvalidOperationException("the roster cannot be read");
        _bound = new BoundRoster(_file, FileBinding.Bind(_file, _plan, _bag));
        _recipients = new RecipientTable(_plan.Symbols);
        _history = new HistoryStore(_plan.Keep.Keys.Count);
        _lines = new LineStore(_plan.Keep.Keys.Count, _plan.Keep.Numbers.Count);
    }

    private int Scan()
    {
        new Scan(_plan, _recipients, new NameListIndex(), [], Environment.ProcessorCount, null).Read(_bound.File, 0, _bound.Binding, _lines, null, default);
        return _lines.Count;
    }

    private Identities Group()
    {
        Identities identities = new(_lines, _history, _recipients, new Dictionary<int, int>(), _plan.Symbols, _bag);
        GroupStages.Run(new GroupContext(_plan, _lines, _history, identities, null, _bag) { Threads = Environment.ProcessorCount }, default);
        return identities;
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Incentives.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("run it inside the repository");
    }
}

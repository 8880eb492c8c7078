using BenchmarkDotNet.Running;
using Incentives.Benchmarks;

// "floor FILE" only reads; everything else is for the benchmark runner.
if (args is ["floor", var roster])
{
    (long rows, long bytes) = ReadingFloor.Touch(roster);
    Console.WriteLine(FormattableString.Invariant($"{rows} rows, {bytes} bytes in fields"));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
return 0;

using System.Diagnostics;
using Incentives.Core.Diagnostics;
using Spectre.Console;

namespace Incentives.Cli;

/// <summary>A progress bar over a known number of things, on standard error, when that is a terminal and the work is long.</summary>
internal sealed class CountProgress(Screen screen, Phrase words) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly bool _isWanted = !screen.IsQuiet && ReferenceEquals(screen.Error, Console.Error) && !Console.IsErrorRedirected;
    private readonly ManualResetEventSlim _done = new();
    private readonly Lock _start = new();
    private int _count, _total;
    private Task? _bar;

    /// <summary>Says how many of how many are done; from any thread.</summary>
    public void Report(int count, int total)
    {
        if (!_isWanted) return;
        Volatile.Write(ref _total, total);
        Volatile.Write(ref _count, count);
        if (_watch.Elapsed < Patience) return;
        lock (_start) _bar ??= Task.Run(Draw);
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        _done.Set();
        _bar?.Wait();
        _done.Dispose();
    }

    private void Draw()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape(words.In(screen.Language)));
            while (!_done.Wait(200))
            {
                task.MaxValue = Math.Max(1, Volatile.Read(ref _total));
                task.Value = Volatile.Read(ref _count);
            }
        });
    }
}

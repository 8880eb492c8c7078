using System.Diagnostics;
using Spectre.Console;

namespace Incentives.Cli;

/// <summary>A progress bar on standard error, when that is a terminal and the work is long.</summary>
internal sealed class RowProgress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly bool _isWanted;
    private readonly Screen _screen;
    private readonly ManualResetEventSlim _done = new();
    private long _rows;
    private Task? _bar;

    /// <summary>Nothing is drawn before a second has passed.</summary>
    public RowProgress(Screen screen)
    {
        _screen = screen;
        _isWanted = !screen.IsQuiet && ReferenceEquals(screen.Error, Console.Error) && !Console.IsErrorRedirected;
    }

    /// <summary>Counts rows.</summary>
    public void Report(long rows)
    {
        _rows += rows;
        if (_isWanted && _bar is null && _watch.Elapsed > Patience) _bar = Task.Run(Draw);
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        _done.Set();
        _bar?.Wait();
    }

    private string Words() => Markup.Escape(_screen.Say($"已读 {Interlocked.Read(ref _rows):N0} 行", $"{Interlocked.Read(ref _rows):N0} rows read"));

    private void Draw()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn(), new SpinnerColumn()).Start(context =>
        {
            ProgressTask task = context.AddTask(Words());
            task.IsIndeterminate = true;
            while (!_done.Wait(200)) task.Description = Words();
        });
    }
}

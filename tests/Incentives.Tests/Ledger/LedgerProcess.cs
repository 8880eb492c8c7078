using System.Diagnostics;
using System.Text;
using Incentives.Cli;

namespace Incentives.Tests.Ledger;

/// <summary>The program as a process of its own.</summary>
internal static class LedgerProcess
{
    /// <summary>Starts a command line.</summary>
    public static Process Start(params string[] args)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(typeof(ExitCode).Assembly.Location);
        foreach (string arg in args) start.ArgumentList.Add(arg);
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end; the exit status and what was said on standard error.</summary>
    public static (int Exit, string Error) End(Process process)
    {
        using (process)
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            process.WaitForExit(60_000).Should().BeTrue();
            output.Wait();
            return (process.ExitCode, error.Result);
        }
    }
}

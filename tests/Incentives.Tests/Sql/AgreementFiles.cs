using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Reports;
using Incentives.Core.Sql;

namespace Incentives.Tests.Sql;

/// <summary>
/// The batches as files, for programs that run the scripts on other databases (<c>benchmarks/peers/agree.mjs</c>). Each has a folder: <c>name.txt</c>,
/// the engine's run folder <c>run</c>, and for each dialect what <c>export sql --check --data</c> writes, <c>DIALECT/payouts.sql</c> and <c>DIALECT/data</c>.
/// </summary>
internal static class AgreementFiles
{
    /// <summary>Writes all of them into a new folder; how many there are.</summary>
    public static int Write(string folder, IReadOnlyList<string> dialects)
    {
        int count = 0;
        foreach (AgreementWork work in AgreementWorks.All)
        {
            string own = Directory.CreateDirectory(Path.Combine(folder, $"{++count:D5}")).FullName;
            File.WriteAllText(Path.Combine(own, "name.txt"), work.Name);
            Write(work, own, dialects);
        }

        return count;
    }

    private static void Write(AgreementWork work, string folder, IReadOnlyList<string> dialects)
    {
        (var rules, BatchRequest request) = work.Prepare(Directory.CreateDirectory(Path.Combine(folder, "input")).FullName);
        DiagnosticBag bag = new();
        using BatchResult? batch = Batch.Run(rules, request, bag);
        bool isWritten = batch is not null && RunWriter.Write(batch, rules, request, Path.Combine(folder, "run"), bag, default) is not null;
        foreach (string dialect in dialects.Where(_ => isWritten))
        {
            string own = Directory.CreateDirectory(Path.Combine(folder, dialect)).FullName;
            SqlRequest sql = new() { Rules = [], Batch = request, Dialect = dialect, Check = true, Output = Path.Combine(own, "payouts.sql"), Data = Path.Combine(own, "data") };
            isWritten = SqlWriter.Run(rules, sql, bag, default) is not null;
        }

        if (!isWritten) throw new InvalidOperationException($"{work.Name}: {Agreement.Errors(bag)}");
    }
}

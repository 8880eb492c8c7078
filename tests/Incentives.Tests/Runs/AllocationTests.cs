using CsvHelper;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;
using Incentives.Tests.Commands;
using Incentives.Tests.Sampling;

namespace Incentives.Tests.Runs;

/// <summary>A row whose names and recipient have been seen before is read and judged without anything being allocated.</summary>
public sealed class AllocationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rules/hunan/zhuzhou")]
    [InlineData("rules/shandong/jinan")]
    [InlineData("rules/chongqing/city")]
    [InlineData("rules/anhui/wuhu")]
    public void Reading_and_judging_a_row_allocates_nothing(string rules)
    {
        SampleRun.Write(_folder, rules, 4_000, tidy: true);
        DiagnosticBag bag = new();
        RuleSet set = RuleSet.Read([Repository.Path(rules)], bag);
        BatchPlan plan = Batch.PlanOf(set, new BatchRequest { Rosters = [] }, bag, out _)!;
        using RosterFile file = RosterFile.Open(_folder["roster.csv"], "roster.csv", bag)!;
        RecipientTable recipients = new(plan.Symbols);
        RowReader reader = new(plan, recipients, FileBinding.Bind(file, plan, bag), isHistory: false);
        RowJudge judge = new(plan, recipients, new NameListIndex());
        Row row = new(plan.Columns, plan.Symbols);
        RowBlock block = new(4_096);
        long least = long.MaxValue;
        for (int pass = 0; pass < 4; pass++)
        {
            using CsvReader records = file.CreateReader();
            block.Clear();
            long bytes = 0;
            while (records.Read())
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                block.StartRow((int)records.LineNumber, reader.Mark(records));
                judge.Judge(row, reader, reader.Read(records, row), block);
                bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            }

            least = Math.Min(least, bytes);
        }

        block.RowCount.Should().Be(4_000);
        block.LineCount.Should().BeGreaterThanOrEqualTo(4_000);
        least.Should().Be(0);
    }
}

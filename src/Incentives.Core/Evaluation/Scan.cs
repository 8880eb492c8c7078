using System.Collections.Concurrent;
using CsvHelper;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Evaluation;

/// <summary>Reads a roster with all cores and judges its rows; the lines arrive in roster order whatever the number of threads.</summary>
internal sealed class Scan(BatchPlan plan, RecipientTable recipients, NameListIndex lists, int threads, Func<int, int, bool>? wantsSteps)
{
    private const int RowsPerBlock = 4096;

    private readonly ConcurrentBag<RowBlock> _free = [];

    /// <summary>Rows whose recipient kind was taken from their code or award.</summary>
    public int InferredKinds { get; private set; }

    /// <summary>Reads one file into the store.</summary>
    /// <param name="file">The roster.</param>
    /// <param name="fileNumber">Its position among the rosters.</param>
    /// <param name="binding">Its columns.</param>
    /// <param name="store">Where the lines go.</param>
    /// <param name="progress">Told of rows read, now and then.</param>
    /// <param name="cancel">Stops between blocks.</param>
    public void Read(RosterFile file, int fileNumber, FileBinding binding, LineStore store, Action<long>? progress, CancellationToken cancel)
    {
        store.StartFile(file.Name);
        using ThreadLocal<Worker> workers = new(() => new Worker(this, plan, recipients, lists, binding, fileNumber), trackAllValues: true);
        using CsvReader reader = file.CreateReader();
        RowBlock? current = null;
        foreach (RowBlock block in reader.ParallelEnumerate(record => workers.Value!.Take(record), threads))
        {
            if (ReferenceEquals(block, current)) continue;
            if (current is not null) Finish(current, store, progress, cancel);
            current = block;
        }

        if (current is not null) Finish(current, store, progress, cancel);
        InferredKinds += workers.Values.Sum(w => w.InferredKinds);
    }

    private void Finish(RowBlock block, LineStore store, Action<long>? progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        store.Add(block);
        progress?.Invoke(block.RowCount);
        _free.Add(block);
    }

    private sealed class Worker(Scan scan, BatchPlan plan, RecipientTable recipients, NameListIndex lists, FileBinding binding, int fileNumber)
    {
        private readonly Row _row = new(plan.Columns, plan.Symbols);
        private readonly RowReader _reader = new(plan, recipients, binding, isHistory: false);
        private readonly RowJudge _judge = new(plan, recipients, lists);
        private RowBlock? _block;
        private long _expected;

        public int InferredKinds { get; private set; }

        public RowBlock Take(CsvReader record)
        {
            // Only rows that this worker took one after the other share a block: once another block has followed, this one may be used again.
            if (_block is null || _expected != record.RowNumber || _block.IsFull) _block = Fresh();
            _expected = record.RowNumber + 1;
            int line = (int)record.LineNumber;
            _block.StartRow(line, _reader.Mark(record));
            _judge.WantsSteps = _reader.KeepsBadCell = scan.WantsSteps(fileNumber, line);
            Reason problem = _reader.Read(record, _row);
            if (_reader.KindWasInferred) InferredKinds++;
            _judge.Judge(_row, _reader, problem, _block);
            return _block;
        }

        private RowBlock Fresh()
        {
            RowBlock block = scan._free.TryTake(out RowBlock? used) ? used : new RowBlock(RowsPerBlock);
            block.Clear();
            return block;
        }
    }

    private bool WantsSteps(int file, int line) => wantsSteps?.Invoke(file, line) ?? false;
}

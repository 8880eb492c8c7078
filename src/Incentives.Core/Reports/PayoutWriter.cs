using System.Collections.Concurrent;
using CsvHelper;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;
using Incentives.Core.Traces;

namespace Incentives.Core.Reports;

/// <summary>
/// Writes <c>payouts.csv</c>. The rosters are read again for their text, with all cores, and joined to their lines by position;
/// blocks are put out in roster order.
/// </summary>
internal sealed class PayoutWriter(BatchResult batch, int threads)
{
    private const int RowsPerBlock = 2048;

    private readonly PayoutColumns _columns = new(batch.Plan, batch.Rosters.Count);
    private readonly ConcurrentBag<Block> _free = [];
    private readonly ConcurrentDictionary<string, PartSum> _funds = new();
    private readonly ConcurrentDictionary<string, PartSum> _instalments = new();

    /// <summary>What each payer pays, once everything is written; lines without a split are under the empty name. Empty when no clause splits.</summary>
    public IReadOnlyList<Total> Funds => _columns.Funds.Count == 0 ? [] : Sums("fund", _funds);

    /// <summary>What falls due with each instalment, from 1; lines paid at once are under the empty name. Empty when no clause has instalments.</summary>
    public IReadOnlyList<Total> Instalments => _columns.InstalmentCount == 0 ? [] : Sums("instalment", _instalments);

    /// <summary>What was written, added up while writing.</summary>
    public WrittenSums Written { get; } = new();

    /// <summary>Lines whose text is wanted as well, for the screen; filled while writing.</summary>
    public ConcurrentDictionary<int, DoubtfulLine?> Wanted { get; } = new();

    /// <summary>Writes all rosters' lines. Throws <see cref="InputChangedException"/> when a roster is not what it was.</summary>
    public void Write(Stream output, CancellationToken cancel)
    {
        using (CsvWriter header = CsvWriter.Create(output, Options(first: true), leaveOpen: true)) header.WriteRecord([.. _columns.Headers()]);
        for (int i = 0; i < batch.Rosters.Count; i++) Write(i, output, cancel);
    }

    private static IReadOnlyList<Total> Sums(string by, ConcurrentDictionary<string, PartSum> sums) =>
        [.. sums.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Total(by, s.Key))];

    private static CsvWriterOptions Options(bool first) =>
        new() { NewLine = "\r\n", Injection = CsvInjection.Escape, WriteByteOrderMark = first };

    private void Write(int file, Stream output, CancellationToken cancel)
    {
        using ThreadLocal<Worker> workers = new(() => new Worker(this, file), trackAllValues: true);
        using CsvReader reader = batch.Rosters[file].File.CreateReader();
        Block? current = null;
        int rows = 0;
        foreach (Block block in reader.ParallelEnumerate(record => workers.Value!.Take(record), threads))
        {
            rows++;
            if (ReferenceEquals(block, current)) continue;
            cancel.ThrowIfCancellationRequested();
            Finish(current, output);
            current = block;
        }

        Finish(current, output);
        foreach (Worker worker in workers.Values) Written.Add(worker.Sums);
        (int first, int end) = batch.Lines.RowsOf(file);
        if (rows != end - first) throw new InputChangedException(batch.Rosters[file].File.Name);
    }

    private void Finish(Block? block, Stream output)
    {
        if (block is null) return;
        block.WriteTo(output);
        _free.Add(block);
    }

    private Block Fresh() => _free.TryTake(out Block? used) ? used : new Block();

    private sealed class PartSum
    {
        private readonly HashSet<int> _recipients = [];
        private long _fen;
        private int _rows;

        public void Add(long fen, int recipient)
        {
            lock (_recipients)
            {
                _fen = checked(_fen + fen);
                _rows++;
                _recipients.Add(recipient);
            }
        }

        public Total Total(string by, string key) => new(by, key, _rows, _recipients.Count, new Money(_fen), new Money(_fen));
    }

    private sealed class Block : IDisposable
    {
        private readonly MemoryStream _bytes = new(1 << 18);

        public Block() => Writer = CsvWriter.Create(_bytes, Options(first: false), leaveOpen: true);

        public CsvWriter Writer { get; }

        public int Rows { get; set; }

        public void WriteTo(Stream output)
        {
            Writer.Flush();
            _bytes.WriteTo(output);
            _bytes.SetLength(0);
            Rows = 0;
        }

        public void Dispose()
        {
            Writer.Dispose();
            _bytes.Dispose();
        }
    }

    private sealed class Worker
    {
        private readonly PayoutWriter _owner;
        private readonly BatchResult _batch;
        private readonly FileBinding _binding;
        private readonly string _roster;
        private readonly int _firstRow, _endRow;
        private readonly int _id, _code, _name, _award, _quantitySlot;
        private readonly Row _row;
        private readonly RowReader? _cells;
        private readonly byte[][] _schemeIds, _clauseIds;
        private readonly Dictionary<ulong, byte[]> _reasons = [];
        private readonly HashSet<int> _wanted;
        private Block? _block;
        private int _row0 = -1;
        private long _expected;

        public Worker(PayoutWriter owner, int file)
        {
            _owner = owner;
            _batch = owner.Batch;
            BoundRoster roster = _batch.Rosters[file];
            _binding = roster.Binding;
            _roster = roster.File.Name;
            (_firstRow, _endRow) = _batch.Lines.RowsOf(file);
            (_id, _code, _name, _award) = (_binding.Field("id"), _binding.Field("recipient-id"), _binding.Field("recipient"), _binding.Field("award"));
            _schemeIds = [.. _batch.Plan.Clauses.Select(c => System.Text.Encoding.UTF8.GetBytes(c.Scheme.Id))];
            _clauseIds = [.. _batch.Plan.Clauses.Select(c => System.Text.Encoding.UTF8.GetBytes(c.Id))];
            _wanted = [.. owner.Wanted.Keys];
            _row = new Row(_batch.Plan.Columns, _batch.Plan.Symbols);
            _quantitySlot = _batch.Plan.Standard("quantity").Slot;
            if (_batch.Plan.Clauses.Any(c => c.Fund is not null || c.Instalments.Any(i => i.Sum is not null))) _cells = new RowReader(_batch.Plan, _batch.Recipients, _binding, isHistory: false);
        }

        /// <summary>What this worker wrote.</summary>
        public WrittenSums Sums { get; } = new();

        public Block Take(CsvReader record)
        {
            if (_block is null || _expected != record.RowNumber || _block.Rows == RowsPerBlock)
            {
                _block = _owner.Fresh();
                _row0 = _batch.Lines.FindRow(_firstRow, _endRow, (int)record.LineNumber) - 1;
            }

            _expected = record.RowNumber + 1;
            _block.Rows++;
            int row = ++_row0;
            if (row < _firstRow || row >= _endRow || _batch.Lines.PhysicalLine(row) != record.LineNumber) throw new InputChangedException(_roster);
            _cells?.Read(record, _row);
            Sums.Rows++;
            (int first, int end) = _batch.Lines.LinesOf(row);
            for (int i = first; i < end; i++)
            {
                Line(_block.Writer, record, _batch.Lines[i], _batch.Lines.Trace(i));
                if (_wanted.Contains(i)) _owner.Wanted[i] = Doubtful(record, _batch.Lines[i]);
            }

            return _block;
        }

        private void Line(CsvWriter writer, CsvReader record, in ClaimLine line, StepRecorder? steps)
        {
            Sums.Add(line);
            Clause? clause = line.Clause < 0 ? null : _batch.Plan.Clauses[line.Clause];
            bool isOtherPayee = clause?.Payee is not null;
            Whole(writer, (int)record.LineNumber);
            Text(writer, record, _id);
            if (isOtherPayee)
            {
                writer.WriteField(default(ReadOnlySpan<byte>));
                Text(writer, record, _binding.Field(clause!.Payee!.Name));
            }
            else
            {
                Text(writer, record, _code);
                Text(writer, record, _name);
            }

            Text(writer, record, _award);
            writer.WriteField(clause is null ? default(ReadOnlySpan<byte>) : _schemeIds[line.Clause]);
            writer.WriteField(clause is null ? default(ReadOnlySpan<byte>) : _clauseIds[line.Clause]);
            writer.WriteField(line.Status.Utf8Code());
            writer.WriteField(line.FinalReason.Utf8Code());
            Amount(writer, line.Entitled);
            Amount(writer, line.Payable);
            Amount(writer, line.Reserved);
            writer.WriteField(line.IsProvisional ? "1"u8 : "0"u8);
            writer.WriteField(Reasons(line.Reasons).AsSpan());
            if (_owner._columns.HasRoster) writer.WriteField(_roster);
            Funds(writer, clause, line, steps);
            Instalments(writer, clause, line, steps);
            if (_owner._columns.HasEarmark) writer.WriteField(Earmarks(clause, line.Payable, steps));
            if (_owner._columns.HasKind) writer.WriteField(clause?.As ?? "");
            writer.EndRecord();
        }

        private DoubtfulLine Doubtful(CsvReader record, in ClaimLine line) => new(
            _roster, (int)record.LineNumber, Plain(record, _id), Plain(record, _name), Plain(record, _award), line.Clause < 0 ? "" : _batch.Plan.Clauses[line.Clause].Id,
            line.Status, line.FinalReason, (line.Reasons & (1UL << (int)Reason.AboveCeiling)) != 0, new Money(line.Payable));

        private static string Plain(CsvReader record, int field) => field < 0 || field >= record.FieldCount ? "" : record.GetString(field).Trim();

        private void Count(ConcurrentDictionary<string, PartSum> sums, string key, long fen, in ClaimLine line) =>
            sums.GetOrAdd(key, _ => new PartSum()).Add(fen, _batch.Identities.Number(line.Recipient));

        private void Funds(CsvWriter writer, Clause? clause, in ClaimLine line, StepRecorder? steps)
        {
            long payable = line.Payable;
            if (_owner._columns.Funds.Count == 0) return;
            var parts = clause?.Fund is { } fund ? FundOf(fund) : null;
            long[] sums = parts is null ? [] : LinePayment.Split(payable, [.. parts.Select(p => p.Weight)]);
            if (parts is null && payable != 0) Count(_owner._funds, "", payable, line);
            if (parts is not null && payable != 0)
                steps?.Add(11, "fund", clause!.Cite, payable, payable, null, FundInputs(clause.Fund!, parts, sums));
            foreach (string name in _owner._columns.Funds)
            {
                int at = -1;
                for (int i = 0; i < (parts?.Count ?? 0); i++)
                {
                    if (parts![i].Fund == name) at = i;
                }

                long part = at < 0 ? 0 : sums[at];
                Amount(writer, part);
                if (part != 0) Count(_owner._funds, name, part, line);
            }
        }

        // The cells that chose the split, then each payer's sum and share.
        private IReadOnlyList<StepInput> FundInputs(FundSplit fund, IReadOnlyList<(string Fund, Rational Weight)> parts, long[] sums)
        {
            Rational whole = parts.Aggregate(Rational.Zero, (sum, p) => sum + p.Weight);
            IEnumerable<Column> looked = fund.Cases.First(c => c.Parts == parts).Box.Tests.Select(t => t.Column);
            return [.. looked.Select(c => new StepInput(c.Name, _row.Symbols.Show(c, _row[c.Slot]))),
                .. parts.Select((p, i) => new StepInput(p.Fund, $"{new Money(sums[i]).ToReadable()} ({p.Weight / whole})"))];
        }

        private IReadOnlyList<(string Fund, Rational Weight)>? FundOf(FundSplit fund)
        {
            foreach ((Box box, IReadOnlyList<(string, Rational)> parts) in fund.Cases)
            {
                if (box.Check(_row) == Truth.Yes) return parts;
            }

            return null;
        }

        private void Instalments(CsvWriter writer, Clause? clause, in ClaimLine line, StepRecorder? steps)
        {
            int count = _owner._columns.InstalmentCount;
            if (count == 0) return;
            IReadOnlyList<Instalment> plan = clause?.Instalments ?? [];
            long[] parts = LinePayment.Instalments(line.Payable, plan, QuantityOf(clause));
            if (parts.Length == 0 && line.Payable != 0) Count(_owner._instalments, "", line.Payable, line);
            int date = line.Date;
            if (parts.Length > 0 && line.Payable != 0)
                steps?.Add(11, "instalments", clause!.Cite, line.Payable, line.Payable, null, [.. parts.Select((p, i) => new StepInput(Number(i), $"{new Money(p).ToReadable()}{Due(plan[i], date)}"))]);
            for (int i = 0; i < count; i++)
            {
                bool there = i < plan.Count;
                if (there) Amount(writer, parts[i]);
                else writer.WriteField("");
                if (there && parts[i] != 0) Count(_owner._instalments, Number(i), parts[i], line);
                writer.WriteField(there ? DueDay(plan[i], line.Date) : "");
                writer.WriteField(there ? plan[i].Needs : "");
            }
        }

        private static string DueDay(Instalment part, int date) => date == 99991231 ? "" : Day(part.Due is { } due ? DateMath.Plus(date, due) : date);

        private static string Due(Instalment part, int date) => string.Concat(new[] { DueDay(part, date), part.Needs }.Where(t => t.Length > 0).Select(t => $", {t}"));

        // Sums of an instalment plan are for one item where the clause pays per item.
        private Rational QuantityOf(Clause? clause)
        {
            if (_cells is null || clause is null || !clause.Pay.Steps.Any(s => s is Clauses.PerItemStep)) return Rational.One;
            return _row[_quantitySlot].IsPresent ? _row[_quantitySlot].Value : Rational.One;
        }

        private static string Earmarks(Clause? clause, long payable, StepRecorder? steps)
        {
            if (clause is null || payable == 0 || clause.Earmarks.Count == 0) return "";
            long[] sums = [.. clause.Earmarks.Select(e => (long)(new Rational(payable) * e.Share).Floor())];
            steps?.Add(11, "earmark", clause.Cite, payable, payable, null, [.. clause.Earmarks.Select((e, i) => new StepInput(e.Purpose, $"{new Money(sums[i]).ToReadable()} ({e.Share})"))]);
            return string.Join(';', clause.Earmarks.Select((e, i) => $"{e.Purpose}={new Money(sums[i])}"));
        }

        private static string Number(int instalment) => (instalment + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

        private static string Day(int day) =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day / 10000:D4}-{day / 100 % 100:D2}-{day % 100:D2}");

        private static void Text(CsvWriter writer, CsvReader record, int field) =>
            writer.WriteField(field < 0 || field >= record.FieldCount ? default : record.GetSpan(field));

        private static void Whole(CsvWriter writer, int number)
        {
            Span<byte> text = stackalloc byte[12];
            number.TryFormat(text, out int length, default, System.Globalization.CultureInfo.InvariantCulture);
            writer.WriteField(text[..length]);
        }

        private static void Amount(CsvWriter writer, long fen)
        {
            if (fen == 0)
            {
                writer.WriteField("0.00"u8);
                return;
            }

            Span<byte> text = stackalloc byte[24];
            (fen / 100).TryFormat(text, out int length, default, System.Globalization.CultureInfo.InvariantCulture);
            long cents = fen % 100;
            text[length++] = (byte)'.';
            text[length++] = (byte)('0' + (cents / 10));
            text[length++] = (byte)('0' + (cents % 10));
            writer.WriteField(text[..length]);
        }

        private byte[] Reasons(ulong bits)
        {
            if (_reasons.TryGetValue(bits, out byte[]? known)) return known;
            string text = string.Join(';', Enum.GetValues<Reason>().Where(r => r != Reason.None && (bits & (1UL << (int)r)) != 0).Select(r => r.Code()));
            return _reasons[bits] = System.Text.Encoding.UTF8.GetBytes(text);
        }
    }

    private BatchResult Batch => batch;
}

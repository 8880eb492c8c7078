using System.Numerics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports;

/// <summary>The sums over a stretch of a batch's lines: by clause, award, status and a scheme's own columns, and by recipient. Stretches are added up side by side.</summary>
internal sealed class LineSums
{
    private const int LinesPerStep = 1 << 13;

    private readonly BatchResult _batch;
    private readonly Column[] _own;
    private readonly int[] _ownSlots;

    // The first line of each award.
    private readonly Dictionary<int, int> _lineOfAward = [];

    /// <summary>No lines yet.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="own">Columns that schemes want sums by.</param>
    public LineSums(BatchResult batch, Column[] own)
    {
        (_batch, _own) = (batch, own);
        _ownSlots = [.. own.Select(c => batch.Plan.Keep.KeySlot(c))];
        ByClause = Counters(batch.Plan.Clauses.Count + 1);
        ByStatus = Counters(Enum.GetValues<Status>().Length);
        ByOwn = [.. own.Select(_ => new Dictionary<int, LineCounter>())];
        ByRecipient = new long[batch.Identities.Count + 1];
    }

    /// <summary>All lines, without regard to who is paid.</summary>
    public LineCounter Whole { get; } = new();

    /// <summary>By clause; last those that no clause paid.</summary>
    public LineCounter[] ByClause { get; }

    /// <summary>By award, in the schemes' naming.</summary>
    public Dictionary<int, LineCounter> ByAward { get; } = [];

    public LineCounter[] ByStatus { get; }

    /// <summary>For each own column, by the symbol in it; 0 for an empty cell.</summary>
    public Dictionary<int, LineCounter>[] ByOwn { get; }

    /// <summary>What each recipient is paid, by number; 0 is nobody.</summary>
    public long[] ByRecipient { get; }

    /// <summary>Roster rows that have a line.</summary>
    public int Rows { get; private set; }

    /// <summary>The sums over all lines of a batch. The result does not depend on the number of threads.</summary>
    public static LineSums Of(BatchResult batch, Column[] own, int threads)
    {
        int lines = batch.Lines.Count, parts = Math.Clamp(lines / LinesPerStep, 1, threads);
        LineSums[] sums = new LineSums[parts];
        void Part(int part)
        {
            LineSums sum = sums[part] = new LineSums(batch, own);
            int end = (int)((long)lines * (part + 1) / parts);
            for (int from = (int)((long)lines * part / parts); from < end; from += LinesPerStep) sum.Add(from, Math.Min(end, from + LinesPerStep));
        }

        if (parts == 1) Part(0);
        else Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, Part);
        for (int part = 1; part < parts; part++) sums[0].Add(sums[part]);
        return sums[0];
    }

    /// <summary>An award as people know it.</summary>
    public string NameOf(int award) => Totals.AwardName(_batch.Plan, _batch.Lines[_lineOfAward[award]]);

    private static LineCounter[] Counters(int count)
    {
        LineCounter[] counters = new LineCounter[count];
        for (int i = 0; i < count; i++) counters[i] = new LineCounter();
        return counters;
    }

    private void Add(int from, int end)
    {
        LineStore lines = _batch.Lines;
        int row = from == 0 ? -1 : lines[from - 1].Row;
        for (int i = from; i < end; i++)
        {
            ref ClaimLine line = ref lines[i];
            if (line.Row != row) Rows++;
            row = line.Row;
            int recipient = _batch.Identities.Number(line.Recipient);
            long payable = line.Payable;
            Whole.Add(line.Entitled, payable, 0);
            ByRecipient[recipient] = checked(ByRecipient[recipient] + payable);
            ByClause[line.Clause < 0 ? ^1 : line.Clause].Add(line.Entitled, payable, recipient);
            ByStatus[(int)line.Status].Add(line.Entitled, payable, recipient);
            LineCounter award = Of(ByAward, line.Award);
            if (award.Rows == 0) _lineOfAward[line.Award] = i;
            award.Add(line.Entitled, payable, recipient);
            for (int c = 0; c < _own.Length; c++) Of(ByOwn[c], lines.Key(i, _ownSlots[c])).Add(line.Entitled, payable, recipient);
        }
    }

    private void Add(LineSums later)
    {
        Rows += later.Rows;
        Whole.Add(later.Whole);
        for (int i = 0; i < ByClause.Length; i++) ByClause[i].Add(later.ByClause[i]);
        for (int i = 0; i < ByStatus.Length; i++) ByStatus[i].Add(later.ByStatus[i]);
        foreach ((int award, LineCounter counter) in later.ByAward) Of(ByAward, award).Add(counter);
        foreach ((int award, int line) in later._lineOfAward) _lineOfAward.TryAdd(award, line);
        for (int c = 0; c < _own.Length; c++)
        {
            foreach ((int key, LineCounter counter) in later.ByOwn[c]) Of(ByOwn[c], key).Add(counter);
        }

        for (int i = 0; i < ByRecipient.Length; i++) ByRecipient[i] = checked(ByRecipient[i] + later.ByRecipient[i]);
    }

    private static LineCounter Of(Dictionary<int, LineCounter> counters, int key)
    {
        if (!counters.TryGetValue(key, out LineCounter? counter)) counters[key] = counter = new LineCounter();
        return counter;
    }
}

/// <summary>One sum over lines.</summary>
internal sealed class LineCounter
{
    // One bit a recipient: cheaper than a set when millions of lines are added to a few dozen sums.
    private ulong[] _recipients = [];
    private Int128 _entitled;
    private Int128 _payable;

    /// <summary>Lines in it.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds a line.</summary>
    /// <param name="entitled">What its clause grants, in fen.</param>
    /// <param name="payable">What it is paid, in fen.</param>
    /// <param name="recipient">Who is paid; 0 for nobody.</param>
    public void Add(long entitled, long payable, int recipient)
    {
        Rows++;
        _entitled += entitled;
        _payable += payable;
        if (recipient == 0) return;
        int word = recipient >> 6;
        if (word >= _recipients.Length) Array.Resize(ref _recipients, Math.Max(word + 1, _recipients.Length * 2));
        _recipients[word] |= 1UL << (recipient & 63);
    }

    /// <summary>Adds another sum.</summary>
    public void Add(LineCounter other)
    {
        Rows += other.Rows;
        _entitled += other._entitled;
        _payable += other._payable;
        if (_recipients.Length < other._recipients.Length) Array.Resize(ref _recipients, other._recipients.Length);
        for (int i = 0; i < other._recipients.Length; i++) _recipients[i] |= other._recipients[i];
    }

    /// <summary>The sum as a line of the summary.</summary>
    public Total Total(string by, string key)
    {
        int recipients = 0;
        foreach (ulong word in _recipients) recipients += BitOperations.PopCount(word);
        return new Total(by, key, Rows, recipients, new Money(checked((long)_entitled)), new Money(checked((long)_payable)));
    }
}

using CsvHelper;
using Incentives.Core.Plans;

namespace Incentives.Core.Sampling;

/// <summary>
/// Writes rows of cases: first each case once, then as they are drawn. Remembers only the last few rows, for repeats of the same recipient and award,
/// so that the size of a roster costs no memory.
/// </summary>
internal sealed class RosterSampler
{
    /// <summary>How many brands, patents or projects a recipient has.</summary>
    public const int ThingsEach = 3;

    private const int Remembered = 64;
    private const int RowsBetweenChecks = 8192;

    private static readonly byte[] WrongNumber = "约若干"u8.ToArray(), WrongDay = "2024-13-45"u8.ToArray(), WrongKind = "集体户"u8.ToArray();

    private readonly IReadOnlyList<SampleField> _fields;
    private readonly SampleCase[] _cases;
    private readonly int _hitCount;
    private readonly int[] _once;
    private readonly int _recipients;
    private readonly bool _tidy;
    private readonly byte[][] _headers;
    private readonly RowDraw[] _recent = new RowDraw[Remembered];
    private readonly Queue<RowDraw> _joint = new();
    private readonly int _kindField, _awardField, _dateField;
    private SplitMix _random;
    private int _approvals, _drawn;

    /// <summary>Prepares for some cases.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="fields">The fields of the roster.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="recipients">How many recipients there are.</param>
    /// <param name="tidy">Whether every cell is well formed and every name has one spelling.</param>
    /// <param name="random">What is drawn from.</param>
    public RosterSampler(BatchPlan plan, IReadOnlyList<SampleField> fields, CaseBuilder cases, int recipients, bool tidy, SplitMix random)
    {
        _fields = fields;
        _cases = [.. cases.Hits.SelectMany(h => h), .. cases.Others.SelectMany(o => o)];
        _hitCount = cases.Hits.Sum(h => h.Count);
        _once = Rounds(cases.Hits.Concat(cases.Others));
        _recipients = recipients;
        _tidy = tidy;
        _random = random;
        _headers = [.. fields.Select(f => System.Text.Encoding.UTF8.GetBytes(f.Header))];
        int Field(string name) => Enumerable.Range(0, fields.Count).FirstOrDefault(i => fields[i].Columns.Contains(plan.Standard(name)), -1);
        (_kindField, _awardField, _dateField) = (Field("recipient-kind"), Field("award"), Field("date"));
    }

    /// <summary>Whether there is any case to write rows of.</summary>
    public bool HasCases => _cases.Length > 0;

    /// <summary>Writes a header and rows.</summary>
    public void Write(CsvWriter file, long rows, Action<long>? progress, CancellationToken cancel)
    {
        CellWriter writer = new(file);
        foreach (byte[] header in _headers) writer.Text(header);
        writer.EndRow();
        if (!HasCases) return;
        for (long row = 1; row <= rows; row++)
        {
            Write(writer, Draw(), row);
            if (row % RowsBetweenChecks != 0) continue;
            cancel.ThrowIfCancellationRequested();
            progress?.Invoke(RowsBetweenChecks);
        }
    }

    private RowDraw Draw()
    {
        if (_joint.TryDequeue(out RowDraw next)) return next;
        RowDraw draw;
        if (_drawn > Remembered && _random.OneIn(9))
        {
            RowDraw again = _recent[_random.Below(Remembered)];
            draw = again with { Day = _cases[again.Case].Window.Draw(ref _random) };
        }
        else
        {
            int at = _drawn < _once.Length ? _once[_drawn] : Any();
            int recipient = Recipient();
            draw = new RowDraw(at, recipient, recipient, _random.Below(ThingsEach), _cases[at].Window.Draw(ref _random), -1);
            if (_cases[at].Partners.Count > 0) draw = Join(draw);
        }

        _recent[_drawn % Remembered] = draw with { Partner = -1 };
        if (_drawn < int.MaxValue - Remembered) _drawn++;
        else _drawn = _once.Length + Remembered + 1;
        return draw;
    }

    private RowDraw Join(RowDraw lead)
    {
        for (int i = 1; i < _cases[lead.Case].Partners.Count; i++)
            _joint.Enqueue(lead with { Partner = i, Recipient = (lead.Recipient + i) % _recipients });
        return lead with { Partner = 0 };
    }

    // One in six is a case beside those that are paid.
    private int Any() => _hitCount > 0 && (_hitCount == _cases.Length || !_random.OneIn(6)) ? _random.Below(_hitCount) : _hitCount + _random.Below(_cases.Length - _hitCount);

    // One in eight belongs to the few who win often.
    private int Recipient() => _random.OneIn(8) ? _random.Below(1 + (_recipients / 50)) : _random.Below(_recipients);

    private void Write(CellWriter writer, in RowDraw draw, long number)
    {
        SampleCase about = _cases[draw.Case];
        byte[][] texts = draw.Partner < 0 ? about.Texts : about.Partners[draw.Partner];
        Blemish blemish = _tidy ? Blemish.None : BlemishTable.Draw(ref _random);
        for (int i = 0; i < _fields.Count; i++)
        {
            switch (_fields[i].Role)
            {
                case FieldRole.Id: writer.Id(number); break;
                case FieldRole.Code: Code(writer, about, draw, blemish); break;
                case FieldRole.Name when blemish == Blemish.NoName: writer.Empty(); break;
                case FieldRole.Name: writer.Name(about.IsPerson, draw.Recipient, blemish.Spelling()); break;
                case FieldRole.Payee: writer.Name(false, (draw.Recipient + 1) % _recipients, Spelling.Plain); break;
                case FieldRole.Approved: Approved(writer, about, blemish); break;
                case FieldRole.Quantity: Quantity(writer, about, texts[i], blemish); break;
                default: Case(writer, about, texts[i], draw, i, blemish); break;
            }
        }

        writer.EndRow();
    }

    private void Case(CellWriter writer, SampleCase about, byte[] text, in RowDraw draw, int field, Blemish blemish)
    {
        if (field == _dateField && blemish == Blemish.BadDay) writer.Text(WrongDay);
        else if (field == _kindField && blemish == Blemish.BadKind) writer.Text(WrongKind);
        else if (field == _awardField && blemish == Blemish.NoAward) writer.Empty();
        else if (about.Sources[field] == CellSource.Day) writer.Day(draw.Day, blemish.DayForm());
        else if (about.Sources[field] == CellSource.Name) writer.Thing(_headers[field], draw.Lead, draw.Thing);
        else writer.Text(text);
    }

    private void Code(CellWriter writer, SampleCase about, in RowDraw draw, Blemish blemish)
    {
        if (about.IsPerson || blemish is Blemish.NoName or Blemish.NoCode or Blemish.LongerName) writer.Empty();
        else writer.Code(blemish == Blemish.OtherCode ? draw.Recipient + _recipients : draw.Recipient, blemish == Blemish.BadCode);
    }

    // Under a ceiling: nothing, less, as much, more and nothing granted, in turn; on a fixed sum now and then a figure that is not used.
    private void Approved(CellWriter writer, SampleCase about, Blemish blemish)
    {
        if (blemish == Blemish.BadAmount)
        {
            writer.Text(WrongNumber);
            return;
        }

        if (about.GrantFen == 0 || (!about.IsCeiling && !_random.OneIn(25)))
        {
            writer.Empty();
            return;
        }

        int turn = _approvals = (_approvals + 1) % 48;
        switch (turn % 6)
        {
            case 1 or 4: writer.Yuan(_random.Below(about.GrantFen / 100) * 100); break;
            case 2: writer.Yuan(about.GrantFen); break;
            case 5 when turn < 12: writer.Yuan(0); break;
            case 5: writer.Yuan(turn < 30 ? about.GrantFen + 1 : about.GrantFen + (about.GrantFen / 2)); break;
            default: writer.Empty(); break;
        }
    }

    private void Quantity(CellWriter writer, SampleCase about, byte[] text, Blemish blemish)
    {
        if (blemish == Blemish.BadQuantity) writer.Text(WrongNumber);
        else if (!about.DrawsQuantity) writer.Text(text);
        else if (about.CountsItems && _random.OneIn(5)) writer.Text(_random.Pick(Several));
        else if (!about.CountsItems && _random.OneIn(300)) writer.Text("2"u8);
        else if (_random.OneIn(3)) writer.Empty();
        else writer.Text("1"u8);
    }

    // The first case of each clause, then what stands beside it, then the second ...
    private static int[] Rounds(IEnumerable<List<SampleCase>> lists)
    {
        List<(int Round, int Position)> all = [];
        foreach (List<SampleCase> list in lists)
        {
            for (int i = 0; i < list.Count; i++) all.Add((i, all.Count));
        }

        return [.. all.OrderBy(a => a.Round).Select(a => a.Position)];
    }

    private static readonly byte[][] Several = ["2"u8.ToArray(), "2"u8.ToArray(), "3"u8.ToArray(), "5"u8.ToArray(), "12"u8.ToArray()];
}

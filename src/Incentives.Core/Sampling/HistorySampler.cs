using CsvHelper;
using Incentives.Core.Plans;

namespace Incentives.Core.Sampling;

/// <summary>Writes what the recipients of a roster were granted before: awards with and without payment, parts of it, and money back.</summary>
internal sealed class HistorySampler(IReadOnlyList<SampleField> fields, IReadOnlyList<SampleCase> hits, int recipients, SplitMix random)
{
    private const int RowsBetweenChecks = 8192;

    private SplitMix _random = random;

    /// <summary>Writes a header and rows.</summary>
    public void Write(CsvWriter file, BatchPlan plan, long rows, CancellationToken cancel)
    {
        CellWriter writer = new(file);
        SampleField[] mine = [.. fields.Where(f => f.Role is not (FieldRole.Id or FieldRole.Approved))];
        int[] places = [.. mine.Select(f => fields.Index().First(p => p.Item == f).Index)];
        byte[][] headers = [.. mine.Select(f => System.Text.Encoding.UTF8.GetBytes(f.Header))];
        foreach (byte[] header in headers) writer.Text(header);
        foreach (string name in (string[])["paid", "scheme", "clause"]) file.WriteField(plan.Standard(name).Headers[0]);
        writer.EndRow();
        (SampleCase About, RowDraw Draw, long Paid)? reversal = null;
        byte[][] schemes = [.. plan.Clauses.Select(c => System.Text.Encoding.UTF8.GetBytes(c.Scheme.Id))], clauses = [.. plan.Clauses.Select(c => System.Text.Encoding.UTF8.GetBytes(c.Id))];
        for (long row = 0; row < rows && hits.Count > 0; row++)
        {
            if (row % RowsBetweenChecks == 0) cancel.ThrowIfCancellationRequested();
            (SampleCase about, RowDraw draw, long paid) = reversal ?? Draw();
            // What was paid may have been taken back, whole or half, in the next row.
            reversal = reversal is null && paid > 0 && _random.OneIn(20) ? (about, draw, -(_random.OneIn(2) ? paid : paid / 2)) : null;
            for (int i = 0; i < mine.Length; i++) Cell(writer, about, draw, mine[i], places[i], headers[i]);
            writer.Yuan(paid);
            int clause = about.Clause!.Index;
            writer.Text(schemes[clause]);
            if (_random.OneIn(2)) writer.Text(clauses[clause]);
            else writer.Empty();
            writer.EndRow();
        }
    }

    private (SampleCase About, RowDraw Draw, long Paid) Draw()
    {
        SampleCase about = _random.Pick(hits);
        int recipient = _random.OneIn(4) ? _random.Below(1 + (recipients / 50)) : _random.Below(recipients);
        RowDraw draw = new(0, recipient, recipient, _random.Below(RosterSampler.ThingsEach), about.Window.Past().Draw(ref _random), -1);
        long paid = _random.Below(5) switch
        {
            0 => 0,
            1 => about.GrantFen / 2,
            _ => about.GrantFen,
        };
        return (about, draw, paid);
    }

    private void Cell(CellWriter writer, SampleCase about, in RowDraw draw, SampleField field, int place, byte[] header)
    {
        switch (field.Role)
        {
            case FieldRole.Code when about.IsPerson: writer.Empty(); break;
            case FieldRole.Code: writer.Code(draw.Recipient, false); break;
            case FieldRole.Name: writer.Name(about.IsPerson, draw.Recipient, Spelling.Plain); break;
            case FieldRole.Payee: writer.Name(false, (draw.Recipient + 1) % recipients, Spelling.Plain); break;
            case FieldRole.Quantity: writer.Text("1"u8); break;
            default:
                if (about.Sources[place] == CellSource.Day) writer.Day(draw.Day, 0);
                else if (about.Sources[place] == CellSource.Name) writer.Thing(header, draw.Lead, draw.Thing);
                else writer.Text(about.Texts[place]);
                break;
        }
    }
}

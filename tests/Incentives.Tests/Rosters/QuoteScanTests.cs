using System.Text;
using CsvHelper;
using Incentives.Core.Rosters;

namespace Incentives.Tests.Rosters;

public class QuoteScanTests
{
    [Theory]
    [InlineData("a,b\n", -1)]
    [InlineData("a,\"b\"\n", -1)]
    [InlineData("a,\"b\n c\",d\n", -1)]
    [InlineData("a,\"b\"\"\n\"\"c\"\n", -1)]
    [InlineData("a,b\"c\nd,e\n", -1)]
    [InlineData("a,\"b\nc,d\n", 2)]
    [InlineData("\"a\nb,\"c\"\nd", 0)]
    [InlineData("x, \"a\nb", 3)]
    [InlineData("\"ab\"c\nd", -1)]
    [InlineData("\"", 0)]
    [InlineData("\"\"", -1)]
    [InlineData("\"\"\"", 0)]
    public void The_quote_that_swallows_rows_is_found(string text, long expected) => Scan(Encoding.UTF8.GetBytes(text), int.MaxValue).Should().Be(expected);

    [Fact]
    public void It_follows_the_quotes_as_the_reader_does_wherever_blocks_are_cut()
    {
        Random random = new(7);
        byte[] alphabet = "\"\"\",\n\r ab\t"u8.ToArray();
        for (int i = 0; i < 50_000; i++)
        {
            byte[] text = new byte[random.Next(1, 16)];
            for (int j = 0; j < text.Length; j++) text[j] = alphabet[random.Next(alphabet.Length)];
            long found = Scan(text, int.MaxValue);
            if (Scan(text, 1) != found || Scan(text, 3) != found || (found >= 0) != ReaderSwallows(text)) Assert.Fail(Encoding.UTF8.GetString(text).Replace("\n", "\\n").Replace("\r", "\\r"));
        }
    }

    private static long Scan(byte[] text, int block)
    {
        QuoteScan scan = new((byte)',');
        foreach (byte[] part in text.Chunk(block)) scan.Feed(part);
        return scan.Finish();
    }

    // The reader cuts the records; it tells only the first fault of each, so the rest of it is looked at here.
    private static bool ReaderSwallows(byte[] text)
    {
        bool swallows = false;
        using CsvReader reader = CsvReader.Create(text, RosterFile.Options(',', hasHeader: false) with
        {
            OnMalformedRecord = m => swallows |= m.Reason == CsvMalformedReason.UnterminatedQuote || SwallowsInside(m.RawRecord),
        });
        while (reader.Read()) { }
        return swallows;
    }

    // A plain character-by-character reading of one record, as a reference.
    private static bool SwallowsInside(string record)
    {
        bool start = true, quoted = false, spans = false;
        for (int i = 0; i < record.Length; i++)
        {
            char c = record[i];
            if (quoted)
            {
                spans |= c is '\n' or '\r';
                if (c != '"') continue;
                if (i + 1 < record.Length && record[i + 1] == '"') { i++; continue; }
                quoted = false;
                string rest = record[(i + 1)..].TrimStart(' ', '\t');
                if (rest.Length > 0 && rest[0] != ',' && spans) return true;
            }
            else if (c == '"' && start) (quoted, spans, start) = (true, false, false);
            else if (c == ',') start = true;
            else if (c is not (' ' or '\t')) start = false;
        }

        return quoted;
    }
}

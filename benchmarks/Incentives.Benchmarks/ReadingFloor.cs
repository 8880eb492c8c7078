using CsvHelper;

namespace Incentives.Benchmarks;

/// <summary>The least that any program on this reader must do: each field of each record as a span, one thread.</summary>
internal static class ReadingFloor
{
    /// <summary>Touches every field; gives the records and the bytes in their fields.</summary>
    public static (long Rows, long Bytes) Touch(string path)
    {
        long rows = 0, bytes = 0;
        using CsvReader reader = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = true });
        while (reader.Read())
        {
            rows++;
            for (int i = 0; i < reader.FieldCount; i++) bytes += reader.GetSpan(i).Length;
        }

        return (rows, bytes);
    }
}

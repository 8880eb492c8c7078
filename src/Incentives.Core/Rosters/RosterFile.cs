using CsvHelper;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Rosters;

/// <summary>
/// One roster or history file, ready to be read as often as needed. Files in UTF-8 are read where they are; others from a temporary copy,
/// which <see cref="Dispose"/> deletes.
/// </summary>
internal sealed class RosterFile : IDisposable
{
    private const int BufferSize = 1 << 20;

    private readonly RosterData _data;
    private readonly HeaderRow _header;
    private readonly IReadOnlyList<TemporaryFile> _copies;

    internal RosterFile(string name, long bytes, RosterData data, HeaderRow header, IReadOnlyList<TemporaryFile> copies)
    {
        Name = name;
        Bytes = bytes;
        _data = data;
        _header = header;
        _copies = copies;
    }

    /// <summary>The file's name as people know it.</summary>
    public string Name { get; }

    /// <summary>Size of the original in bytes.</summary>
    public long Bytes { get; }

    /// <summary>Hash of the original's bytes, lower-case hexadecimal.</summary>
    public string Sha256 => _data.Sha256;

    /// <summary>UTF-8, UTF-8 BOM, GB18030, UTF-16LE, UTF-16BE or XLSX (any workbook).</summary>
    public string EncodingName => _data.Encoding;

    /// <summary>The character between cells; a comma for workbooks.</summary>
    public char Separator => _data.Separator;

    /// <summary>The header cells, trimmed; a column without a header has an empty one.</summary>
    public IReadOnlyList<string> Headers => _header.Cells;

    /// <summary>The first filled cell of each title row above the header.</summary>
    public IReadOnlyList<string> Titles => [.. _header.Titles.Select(t => t.Text)];

    /// <summary>The physical line, or sheet row, of the header.</summary>
    public int HeaderLine => _header.Line;

    /// <summary>Opens a file. What keeps it from being used goes to <paramref name="bag"/>, and the result is null; never throws for a file's content.</summary>
    public static RosterFile? Open(string path, string displayName, DiagnosticBag bag) => new RosterOpening(path, displayName, bag).Run();

    /// <summary>
    /// A new reader that stands behind the header: <c>Read</c> or <c>ParallelEnumerate</c> gives the first row. Line numbers are those of the
    /// file or sheet. Cells that a short row lacks read as empty.
    /// </summary>
    public CsvReader CreateReader()
    {
        CsvReader reader = CsvReader.FromFile(_data.Path, Options(_data.Separator, hasHeader: true));
        reader.ReadHeader();
        for (int i = 0; i < _header.RecordsBefore; i++) reader.Read();
        reader.ReadHeader();
        return reader;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (TemporaryFile copy in _copies) copy.Dispose();
    }

    internal static CsvReaderOptions Options(char separator, bool hasHeader) => new()
    {
        Separator = separator,
        HasHeader = hasHeader,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Recover,
        MissingField = CsvMissingFieldHandling.ReturnEmpty,
        BufferSize = BufferSize,
    };
}

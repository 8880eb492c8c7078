using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using ExcelDataReader.Exceptions;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Rosters;

/// <summary>The steps that make a <see cref="RosterFile"/> of a path: what it is, in which encoding, whether it is whole, where its header is.</summary>
internal sealed class RosterOpening(string path, string name, DiagnosticBag bag)
{
    private const int HeadSize = 1 << 16;

    private readonly List<TemporaryFile> _copies = [];
    private string _path = path;

    /// <summary>Takes the steps; null when one of them reported an error.</summary>
    public RosterFile? Run()
    {
        RosterFile? file = null;
        try
        {
            file = Open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(RosterMessages.Unreadable);
        }
        finally
        {
            if (file is null) _copies.ForEach(copy => copy.Dispose());
        }

        return file;
    }

    private RosterFile? Open()
    {
        if (Directory.Exists(_path)) return Report(RosterMessages.Folder);
        if (!File.Exists(_path)) return Report(RosterMessages.Missing);
        if (!TryMakeSeekable()) return null;
        byte[] head = ReadHead(_path);
        if (head.Length == 0) return Report(RosterMessages.Empty);
        FileFormat format = FileSignature.Of(head);
        RosterData? data = format switch
        {
            FileFormat.Text => OpenText(head),
            FileFormat.Package or FileFormat.OldOffice => OpenWorkbook(format == FileFormat.Package),
            _ => Unsupported(format),
        };
        return data is not null && FindHeader(data) is { } header ? new RosterFile(name, new FileInfo(_path).Length, data, header, _copies) : null;
    }

    // A pipe can be read only once.
    private bool TryMakeSeekable()
    {
        using FileStream stream = new(_path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.CanSeek) return true;
        if (!TryCopy(stream.CopyTo)) return false;
        _path = _copies[^1].Path;
        return true;
    }

    private static byte[] ReadHead(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        byte[] head = new byte[HeadSize];
        return head[..stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false)];
    }

    private RosterData? OpenText(byte[] head)
    {
        (string? marked, int markLength) = TextEncoding.FromMark(head);
        if (marked is TextEncoding.Utf16Little or TextEncoding.Utf16Big) return OpenTranscoded(marked, markLength, HashOf(_path), 0);
        byte separator = SeparatorDetection.Detect(head.AsSpan(markLength), out bool isHint);
        TextScan scan = TextScan.Run(_path, markLength, separator);
        if (scan.FirstNul >= 0) return ReportNothing(RosterMessages.NotText(new Place(name)));
        if (scan.FirstNotUtf8 < 0) return IsWhole(_path, scan) ? new RosterData(_path, marked ?? TextEncoding.Utf8, scan.Sha256, (char)separator, isHint) : null;
        int line = TextScan.LineAt(_path, scan.FirstNotUtf8);
        return marked is null
            ? OpenTranscoded(TextEncoding.Gb18030, 0, scan.Sha256, line)
            : ReportNothing(RosterMessages.NeitherEncoding(new Place(name, line)));
    }

    private RosterData? OpenTranscoded(string encoding, int markLength, string sha256, int doubtfulLine)
    {
        Transcoding transcoding = new();
        try
        {
            using FileStream source = new(_path, FileMode.Open, FileAccess.Read, FileShare.Read);
            source.Position = markLength;
            if (!TryCopy(target => transcoding.Copy(source, encoding, target))) return null;
        }
        catch (DecoderFallbackException)
        {
            return ReportNothing(RosterMessages.NeitherEncoding(new Place(name, doubtfulLine)));
        }

        if (!transcoding.IsPlausible) return ReportNothing(RosterMessages.WrongEncoding(new Place(name, doubtfulLine), encoding));
        if (encoding == TextEncoding.Gb18030) bag.Add(RosterMessages.GuessedGb18030(new Place(name)));
        string copy = _copies[^1].Path;
        byte separator = SeparatorDetection.Detect(ReadHead(copy), out bool isHint);
        return IsWhole(copy, TextScan.Run(copy, 0, separator)) ? new RosterData(copy, encoding, sha256, (char)separator, isHint) : null;
    }

    private bool IsWhole(string text, TextScan scan)
    {
        if (scan.FirstReplacement >= 0) Report(RosterMessages.LostCharacters(new Place(name, TextScan.LineAt(text, scan.FirstReplacement))));
        else if (scan.SwallowingQuote >= 0) Report(RosterMessages.UnclosedQuote(new Place(name, TextScan.LineAt(text, scan.SwallowingQuote))));
        else if (scan.TooLongLine >= 0) Report(RosterMessages.LineTooLong(new Place(name, TextScan.LineAt(text, scan.TooLongLine))));
        else return true;
        return false;
    }

    // The workbook reader throws whatever it likes on a damaged file.
    private RosterData? OpenWorkbook(bool isPackage)
    {
        WorkbookSpool spool = new();
        using FileStream source = new(_path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using FileStream errorSource = new(_path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            if (!TryCopy(target => spool.Copy(source, errorSource, isPackage, target))) return null;
        }
        catch (InvalidPasswordException)
        {
            return ReportNothing(RosterMessages.Password(new Place(name)));
        }
        catch (HeaderException)
        {
            return ReportNothing(RosterMessages.Unsupported(new Place(name), RosterMessages.OtherOffice));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ReportNothing(RosterMessages.DamagedWorkbook(new Place(name)));
        }

        if (spool.OtherSheets.Count > 0) bag.Add(RosterMessages.OtherSheets(new Place(name), spool.Sheet!, spool.OtherSheets));
        return new RosterData(_copies[^1].Path, TextEncoding.Workbook, HashOf(_path), ',', HasHint: false);
    }

    private HeaderRow? FindHeader(RosterData data)
    {
        using CsvReader reader = CsvReader.FromFile(data.Path, RosterFile.Options(data.Separator, hasHeader: false));
        HeaderRow? header = HeaderRow.Find(reader, data.HasHint);
        if (header is null)
        {
            Report(RosterMessages.Empty);
            return null;
        }

        Place place = new(name, header.Line);
        if (Mojibake.IsIn(header.Cells)) return ReportHeader(RosterMessages.Mojibake(place));
        if (header.FullWidthCommaLine() is > 0 and int line) return ReportHeader(RosterMessages.FullWidthComma(new Place(name, line)));
        // A line without any known header is data, in which equal cells mean nothing; the binder says that there is no header.
        if (header.Cells.Any(StandardColumns.IsKnownHeader) && header.Duplicate() is { } twice)
            return ReportHeader(RosterMessages.DuplicateHeader(place, twice.First + 1, header.Cells[twice.First], twice.Second + 1, header.Cells[twice.Second]));
        foreach ((string title, int titleLine) in header.Titles)
        {
            if (HeaderName.StatesLargeUnit(title)) bag.Add(RosterMessages.UnitInTitle(new Place(name, titleLine), title));
        }

        if (header.Titles.Count > 0) bag.Add(RosterMessages.TitleSkipped(place, [.. header.Titles.Select(title => title.Text)]));
        return header;
    }

    private bool TryCopy(Action<Stream> fill)
    {
        try
        {
            _copies.Add(TemporaryFile.Create(fill));
            return true;
        }
        catch (IOException e) when (e is not EndOfStreamException)
        {
            Report(RosterMessages.NoCopy);
            return false;
        }
    }

    private static string HashOf(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private RosterData? Unsupported(FileFormat format) => ReportNothing(RosterMessages.Unsupported(new Place(name), RosterMessages.FormatName(format)));

    private RosterFile? Report(Func<Place, Diagnostic> message)
    {
        bag.Add(message(new Place(name)));
        return null;
    }

    private void Report(Diagnostic diagnostic) => bag.Add(diagnostic);

    private RosterData? ReportNothing(Diagnostic diagnostic)
    {
        bag.Add(diagnostic);
        return null;
    }

    private HeaderRow? ReportHeader(Diagnostic diagnostic)
    {
        bag.Add(diagnostic);
        return null;
    }
}

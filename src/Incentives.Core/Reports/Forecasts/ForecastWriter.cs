using System.Globalization;
using CsvHelper;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Forecasting;
using Incentives.Core.Numbers;
using Incentives.Core.Reports.Comparisons;

namespace Incentives.Core.Reports.Forecasts;

/// <summary>Writes the folder of a forecast.</summary>
internal static class ForecastWriter
{
    private static readonly string[] TargetHeaders =
    [
        "targets", "award", "kind", "recipient_kind", "kind_assumed", "level", "year", "count_least", "count_most", "status", "scheme", "clause", "cite", "department", "unit_yuan", "least_yuan", "most_yuan", "depends_on",
    ];

    /// <summary>Writes the folder, whole or not at all; whether it was written.</summary>
    public static bool Write(Forecast forecast, RuleSet rules, ForecastRequest request, DiagnosticBag bag)
    {
        using RunFolder? folder = RunFolder.Begin(request.Output, IsForecast, ReportMessages.NotAForecast, bag);
        if (folder is null) return false;
        try
        {
            using (Stream file = folder.Create(RunFiles.ForecastTargets)) WriteTargets(forecast, file);
            using (Stream file = folder.Create(RunFiles.ForecastSums)) WriteSums(forecast, file);
            List<string> files = [RunFiles.ForecastTargets, RunFiles.ForecastSums];
            if (request.Page)
            {
                files.Add(RunFiles.ForecastPage);
                using Stream file = folder.Create(RunFiles.ForecastPage);
                ForecastPage.Of(forecast, request.Language).Write(file);
            }

            IEnumerable<RuleFile> inputs = rules.Deciding.Concat(forecast.Lists.Select(l => l.File));
            ForecastManifest manifest = new(
                "incentives", ProgramVersion.Text, 1, "forecast", request.Period, Ordered(request.Readings), Ordered(request.Settings), ForecastFacts.Of(forecast),
                [.. inputs.Select(f => new HashedFile(f.Kind.ToString().ToLowerInvariant(), f.Name, f.Content.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(f.Content))))],
                [.. files.Select(f => Path.Combine(folder.Scratch, f)).Select(p => new HashedFile("output", Path.GetFileName(p), new FileInfo(p).Length, RunFolder.Hash(p)))],
                [.. bag.Sorted().Select(d => new RunRemark(d.Code, d.Severity.ToString().ToLowerInvariant(), d.Place.ToString(), d.What.Zh, d.What.En))]);
            using (Stream file = folder.Create(RunFiles.Forecast)) file.Write(manifest.ToJson());
            folder.Complete();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(ReportMessages.CannotWrite(request.Output, e.Message));
            return false;
        }
    }

    private static bool IsForecast(string folder)
    {
        string manifest = Path.Combine(folder, RunFiles.Forecast);
        return File.Exists(manifest) && ForecastManifest.FromJson(File.ReadAllBytes(manifest), out _) is not null;
    }

    private static SortedDictionary<string, string> Ordered(IReadOnlyDictionary<string, string> pairs) => new(pairs.ToDictionary(), StringComparer.Ordinal);

    // One line for each target, year and clause; one for each target and year without a price.
    private static void WriteTargets(Forecast forecast, Stream output)
    {
        using CsvWriter writer = CsvWriter.Create(output, ChangeRowsWriter.Options, leaveOpen: true);
        writer.WriteRecord(TargetHeaders);
        foreach (PricedTarget line in forecast.Main.Lines)
        {
            foreach (int year in line.Years)
            {
                if (line.Price.Status == PriceStatus.Priced) foreach (PricePart part in line.Price.Parts) Target(writer, line, year, part);
                else Target(writer, line, year, null);
            }
        }
    }

    private static void Target(CsvWriter writer, PricedTarget line, int year, PricePart? part)
    {
        Target target = line.Target;
        writer.WriteField(line.List.Id);
        writer.WriteField(target.Name);
        writer.WriteField(ForecastFacts.Code(target.Kind));
        writer.WriteField(target.RecipientKind);
        writer.WriteField(target.IsKindAssumed ? "1" : "0");
        writer.WriteField(target.Level);
        writer.WriteField(year == 0 ? "" : year.ToString(CultureInfo.InvariantCulture));
        Count(writer, target.Count);
        writer.WriteField(ForecastFacts.Code(line.Price.Status));
        writer.WriteField(part?.Clause.Scheme.Id ?? "");
        writer.WriteField(part?.Clause.Id ?? "");
        writer.WriteField(part?.Clause.Cite ?? "");
        writer.WriteField(part?.Clause.Department ?? "");
        (Money Least, Money? Most)? sums = part is null ? null : line.OfYear(part);
        Yuan(writer, part?.Most);
        Yuan(writer, sums?.Least);
        Yuan(writer, sums?.Most);
        writer.WriteField(string.Join(';', line.Price.DependsOn.Select(c => c.Name)));
        writer.EndRecord();
    }

    private static void WriteSums(Forecast forecast, Stream output)
    {
        using CsvWriter writer = CsvWriter.Create(output, ChangeRowsWriter.Options, leaveOpen: true);
        writer.WriteRecord("reading", "option", "kind", "by", "key", "count_least", "count_most", "least_yuan", "most_yuan");
        foreach (ForecastSum sum in forecast.Main.Sums) Sum(writer, "", "", sum);
        foreach (OtherReading other in forecast.Others)
        {
            foreach (ForecastSum sum in other.Case.Sums) Sum(writer, other.Reading.Id, other.Option, sum);
        }

        foreach (EarmarkSum earmark in forecast.Earmarks)
        {
            foreach (string field in new[] { "", "", "earmark", "earmark", $"{earmark.Scheme.Id}/{earmark.Line.Id}" }) writer.WriteField(field);
            Count(writer, new CountRange(earmark.Years, earmark.Years));
            Yuan(writer, earmark.Total);
            Yuan(writer, earmark.Total);
            writer.EndRecord();
        }
    }

    private static void Sum(CsvWriter writer, string reading, string option, ForecastSum sum)
    {
        foreach (string field in new[] { reading, option, ForecastFacts.Code(sum.Kind), sum.By, sum.Key }) writer.WriteField(field);
        Count(writer, sum.Count);
        Yuan(writer, sum.Least);
        Yuan(writer, sum.Most);
        writer.EndRecord();
    }

    private static void Count(CsvWriter writer, CountRange count)
    {
        writer.WriteField(count.Least, default);
        writer.WriteField(count.Most, default);
    }

    private static void Yuan(CsvWriter writer, Money? money)
    {
        if (money is { } known) ChangeRowsWriter.Yuan(writer, known.Fen);
        else writer.WriteField("");
    }
}

using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Reads a file of targets.</summary>
internal static class TargetCompiler
{
    /// <summary>Its targets; mistakes go to the bag.</summary>
    public static TargetList Read(RuleFile file, DiagnosticBag bag)
    {
        MapReader reader = new(file.Root, Shapes.Targets, bag);
        string assumed = reader.Text("recipient-kind");
        return new TargetList(file.Id, file, assumed, [.. reader.Mappings("items").Select(m => One(m, assumed, bag)).OfType<Target>()]);
    }

    private static Target? One(MapNode map, string assumed, DiagnosticBag bag)
    {
        MapReader reader = new(map, Shapes.Target, bag);
        string award = reader.Text("award"), name = reader.Text("name"), said = reader.Text("recipient-kind");
        TargetKind kind = reader.Text("kind") switch { "stock" => TargetKind.Stock, "held" => TargetKind.Held, "other" => TargetKind.Other, _ => TargetKind.New };
        if (award.Length == 0 == (name.Length == 0) || award.Length == 0 != (kind == TargetKind.Other))
        {
            bag.Add(TargetMessages.AwardOrName(map.Place));
            return null;
        }

        (int first, int last, bool each) = Years(reader, bag);
        Target target = new()
        {
            Name = award.Length > 0 ? award : name,
            Kind = kind,
            Value = reader.Text("value"),
            Level = reader.Text("level"),
            RecipientKind = said.Length > 0 ? said : assumed,
            IsKindAssumed = said.Length == 0 && assumed.Length > 0,
            FirstYear = first,
            LastYear = last,
            IsEachYear = each,
            Cite = reader.Text("cite"),
            Note = reader.Text("note"),
            Place = map.Place,
        };
        if (kind == TargetKind.Other) return target;
        if (reader.Scalar("count") is not { } count)
        {
            if (map["count"] is null) bag.Add(TargetMessages.NoCount(map.Place, award));
            return null;
        }

        if (Count(count.Text) is { } range) return target with { Count = range };
        bag.Add(TargetMessages.CountUnreadable(count.Place, count.Text));
        return null;
    }

    /// <summary>A number of awards, or a range of such numbers; null when the text is neither.</summary>
    public static CountRange? Count(string text)
    {
        if (Whole(text) is { } one) return new CountRange(one, one);
        if (!RangeText.TryParse(text, out RangeText? range)) return null;
        long? low = range.Low is null ? 0 : Whole(range.Low), high = range.High is null ? null : Whole(range.High);
        if (low is null || (range.High is not null && high is null)) return null;
        if (range.Low is not null && !range.IncludesLow) low++;
        if (high is not null && !range.IncludesHigh) high--;
        return high < low ? null : new CountRange(low.Value, high);
    }

    private static long? Whole(string text) =>
        CountText.TryParse(text, out Rational count, out _) && count.IsWhole && count <= 1_000_000_000 ? (long)count.Numerator : null;

    private static (int First, int Last, bool Each) Years(MapReader reader, DiagnosticBag bag)
    {
        ScalarNode? by = reader.Scalar("by"), each = reader.Scalar("each");
        if (by is not null && each is not null) bag.Add(TargetMessages.ByAndEach(each.Place));
        if (by is not null)
        {
            int year = Year(by.Text);
            if (year == 0) bag.Add(TargetMessages.YearUnreadable(by.Place, "by", by.Text));
            return (0, year, false);
        }

        if (each is null) return default;
        (int First, int Last) years = RangeText.TryParse(each.Text, out RangeText? range) ? (Year(range.Low ?? ""), Year(range.High ?? "")) : (Year(each.Text), Year(each.Text));
        if (years.First == 0 || years.Last < years.First) bag.Add(TargetMessages.YearUnreadable(each.Place, "each", each.Text));
        return (years.First, years.Last, true);
    }

    private static int Year(string text) =>
        int.TryParse(Fold.Width(text).Trim().TrimEnd('年'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2200 ? year : 0;
}

using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Marginal schedules: <c>{marginal: 增幅, ..60%: 1% of 上年产值, 60%&lt;..: 1.2% of 上年产值}</c>.</summary>
internal static class MarginalCompiler
{
    private static readonly string[] NotKeys = ["marginal", "times", "plus", "at-least", "at-most", "round"];

    /// <summary>The schedule, or null after reporting a mistake.</summary>
    public static MarginalExpr? Compile(Scope scope, MapNode map, string key, ValueKind? expected)
    {
        if (AmountCompiler.CompileAny(scope, map["marginal"]!, "marginal") is not { } measure) return null;
        // A money measure takes a rate; a number takes the price of one.
        ValueKind rateKind = measure.Kind == ValueKind.Money ? ValueKind.Number : expected ?? ValueKind.Money;
        List<Band> bands = [];
        Rational edge = Rational.Zero;
        bool open = true;
        foreach (MapEntry entry in map.Entries)
        {
            if (NotKeys.Contains(entry.Key) && !entry.IsKeyQuoted) continue;
            if (!RangeText.TryParse(entry.Key, out RangeText? range))
            {
                scope.Report(RuleMessages.NotAValue(entry.KeyPlace, entry.Key, new("区间", "a range")));
                return null;
            }

            Rational? low = End(scope, measure.Kind, range.Low, entry), high = End(scope, measure.Kind, range.High, entry);
            if ((range.Low is not null && low is null) || (range.High is not null && high is null)) return null;
            if (!open || (low ?? Rational.Zero) != edge || high <= edge)
            {
                scope.Report(RuleMessages.BandsBroken(entry.KeyPlace, entry.Key));
                return null;
            }

            if (AmountCompiler.Compile(scope, entry.Value, rateKind, key) is not { } rate) return null;
            bands.Add(new Band(edge, high, rate, entry.KeyPlace, entry.Key));
            open = high is not null;
            edge = high ?? edge;
        }

        return new MarginalExpr(measure, bands, ValueKind.Money);
    }

    private static Rational? End(Scope scope, ValueKind kind, string? text, MapEntry entry)
    {
        if (text is null) return null;
        Column asIf = new() { Slot = -1, Name = "marginal", Kind = kind };
        return ValueReader.Read(scope, asIf, text, entry.KeyPlace);
    }
}

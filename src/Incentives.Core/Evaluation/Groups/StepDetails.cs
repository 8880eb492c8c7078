using System.Globalization;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>What an operation looked at for one line, told only to somebody who is looking.</summary>
internal static class StepDetails
{
    /// <summary>The rule's place, the values that put the line into its group, and what else mattered; null where nobody is looking.</summary>
    public static IReadOnlyList<StepInput>? Of(GroupContext context, GroupOperation operation, int line, params ReadOnlySpan<StepInput> more) =>
        context.IsTraced(line) ? [new StepInput("rule", $"{operation.Place.File}:{operation.Place.Line}"), .. Keys(context, operation, line), .. more] : null;

    /// <summary>The other rows of a line's group, history first; null where nobody is looking.</summary>
    public static StepRows? Others(GroupContext context, int line, IReadOnlyList<int>? past, ReadOnlySpan<Entry> group)
    {
        if (!context.IsTraced(line)) return null;
        EarlierRows rows = new(context, past);
        foreach (Entry entry in group)
        {
            if (entry.Line != line) rows.Add(entry.Line);
        }

        return rows.For(line);
    }

    /// <summary>An amount of fen as an input.</summary>
    public static StepInput Yuan(string name, long fen) => new(name, new Money(fen).ToReadable());

    private static IEnumerable<StepInput> Keys(GroupContext context, GroupOperation operation, int line)
    {
        Grouping grouping = operation.Grouping;
        foreach (Column column in grouping.Columns) yield return new StepInput(column.Name, Key(context, column, line));
        int date = context.Lines[line].Date;
        switch (grouping.Within.Kind)
        {
            case WithinKind.Year: yield return new StepInput("year", date == 99991231 ? context.Period?.ToString() ?? "" : (date / 10000).ToString(CultureInfo.InvariantCulture)); break;
            case WithinKind.Period: yield return new StepInput("period", context.Period?.ToString() ?? ""); break;
            case WithinKind.Effective: yield return new StepInput("effective", context.ClauseOf(line).Scheme.Effective.ToString()); break;
            case WithinKind.Back: yield return new StepInput("within", DurationText.Show(grouping.Within.Back)); break;
            case WithinKind.Column: yield return new StepInput(grouping.Within.Column!.Name, Key(context, grouping.Within.Column, line)); break;
        }
    }

    private static string Key(GroupContext context, Column column, int line)
    {
        ref ClaimLine claim = ref context.Lines[line];
        int symbol = column.Name switch
        {
            "recipient" => context.Identities.Counted(claim.Recipient),
            "award" when column == context.Plan.Standard("award") => claim.Award,
            _ => context.Lines.Key(line, context.Plan.Keep.KeySlot(column)),
        };
        string text = symbol == 0 ? "" : context.Plan.Symbols.Name(symbol);
        if (column.Name == "recipient") return text.TrimStart('#');
        if (column.Kind == ValueKind.Text || text.Length == 0) return text;
        // Keys of numbers are kept as text, money in fen.
        bool isFen = column.Kind == ValueKind.Money && long.TryParse(text[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return isFen ? new Money(long.Parse(text[1..], CultureInfo.InvariantCulture)).ToReadable() : text[1..];
    }
}

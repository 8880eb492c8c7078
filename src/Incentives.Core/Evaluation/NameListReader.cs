using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Evaluation;

/// <summary>Reads a name list: a name or identity code, and from when to when it stands there (always, where the file does not say).</summary>
internal static class NameListReader
{
    private static readonly ColumnSpec From = new("from", ["起始日期", "开始日期", "列入日期"], ColumnKind.Date);
    private static readonly ColumnSpec To = new("to", ["截止日期", "结束日期", "移出日期"], ColumnKind.Date);

    /// <summary>Reads one list.</summary>
    public static void Read(string list, RosterFile file, BatchPlan plan, NameListIndex index, DiagnosticBag bag)
    {
        ColumnSpec name = StandardColumns.Find("recipient")!, code = StandardColumns.Find("recipient_id")!;
        HeaderBinding bound = HeaderBinding.Bind(file, [name, code, From, To], bag);
        if (bag.HasErrors) return;
        RecentSymbols names = new(plan.Symbols, false);
        using CsvReader reader = file.CreateReader();
        while (reader.Read())
        {
            int? first = Day(reader, bound["from"].Index, 0, isEnd: false), last = Day(reader, bound["to"].Index, 99991231, isEnd: true);
            if (first is null || last is null)
            {
                bag.Add(EvaluationMessages.HistoryRow(new Place(file.Name, (int)reader.LineNumber), Reason.BadDate));
                continue;
            }

            Period period = new(first.Value, last.Value);
            if (bound["recipient"].Index >= 0 && names.Of(reader.GetSpan(bound["recipient"].Index)) is > 0 and var symbol) index.Add(list, symbol, period);
            if (bound["recipient_id"].Index >= 0 && !Cells.IsBlank(reader.GetSpan(bound["recipient_id"].Index)))
                index.Add(list, plan.Symbols.Intern("#" + NameNormalizer.Normalize(reader.GetString(bound["recipient_id"].Index)).ToUpperInvariant()), period);
        }
    }

    private static int? Day(CsvReader reader, int field, int ifAbsent, bool isEnd)
    {
        if (field < 0 || Cells.IsBlank(reader.GetSpan(field))) return ifAbsent;
        if (!Cells.TryDate(reader.GetSpan(field), out CellDate date)) return null;
        return isEnd ? date.Last : date.First;
    }
}

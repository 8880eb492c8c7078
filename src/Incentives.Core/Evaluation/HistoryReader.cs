using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Evaluation;

/// <summary>Reads history files. A row that cannot be read would change what is paid now, so it is an error, not a rejected row.</summary>
internal static class HistoryReader
{
    /// <summary>Reads one file into the store.</summary>
    public static void Read(RosterFile file, FileBinding binding, BatchPlan plan, RecipientTable recipients, HistoryStore store, DiagnosticBag bag)
    {
        RowReader source = new(plan, recipients, binding, isHistory: true);
        Row row = new(plan.Columns, plan.Symbols);
        Column date = plan.Standard("date"), paid = plan.Standard("paid"), award = plan.Standard("award"), quantity = plan.Standard("quantity");
        Column scheme = plan.Standard("scheme"), clause = plan.Standard("clause");
        int[] keys = new int[plan.Keep.Keys.Count];
        short number = (short)store.Files.Count;
        store.Files.Add(file.Name);
        if (binding.Field("paid") < 0) bag.Add(EvaluationMessages.HistoryWithoutPaid(new Place(file.Name, file.HeaderLine)));
        using CsvReader reader = file.CreateReader();
        while (reader.Read())
        {
            Place place = new(file.Name, (int)reader.LineNumber);
            Reason problem = source.Read(reader, row);
            if (problem == Reason.TotalRow) continue;
            if (problem != Reason.None)
            {
                bag.Add(EvaluationMessages.HistoryRow(place, problem));
                continue;
            }

            HistoryEvent item = new()
            {
                Recipient = source.Recipient,
                Award = row[award.Slot].Symbol,
                Date = row[date.Slot].IsPresent ? (int)row[date.Slot].Value.Numerator : 0,
                Scheme = row[scheme.Slot].IsPresent ? row[scheme.Slot].Symbol : 0,
                Clause = row[clause.Slot].IsPresent ? row[clause.Slot].Symbol : 0,
                Paid = row[paid.Slot].IsPresent ? (long)row[paid.Slot].Value.Floor() : 0,
                Quantity = row[quantity.Slot].IsPresent ? (long)row[quantity.Slot].Value.Floor() : 1,
                File = number,
                Line = place.Line,
            };
            if (item.Paid < 0) bag.Add(EvaluationMessages.HistoryNegative(place));
            for (int i = 0; i < keys.Length; i++) keys[i] = RowKeys.Of(row, plan.Keep.Keys[i]);
            for (int i = 0; i < plan.Keep.Tests.Count; i++)
            {
                if (plan.Keep.Tests[i].Check(row) == Truth.Yes) item.Tests |= 1u << i;
            }

            store.Add(item, keys);
        }
    }
}

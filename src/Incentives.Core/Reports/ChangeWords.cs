using System.Globalization;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;
using Incentives.Core.Syntax;
using Incentives.Core.Traces;

namespace Incentives.Core.Reports;

/// <summary>What would have to change, in sentences, by the reason that decided.</summary>
internal sealed class ChangeWords(BatchRequest request, BatchResult batch)
{
    private static readonly ColumnSpec[] Telling = [.. new[] { "recipient", "award", "date", "paid" }.Select(n => StandardColumns.Find(n)!)];

    /// <summary>What would undo a step that set a reason; null where nothing a person could do would.</summary>
    public Change? Of(ExplainedLine line, Step step)
    {
        if (step.Reason is not { } code || ReasonTable.Find(code) is not { } reason) return null;
        string before = Symbols.ShowNumber(ValueKind.Money, step.Before), after = Symbols.ShowNumber(ValueKind.Money, step.After);
        switch (reason)
        {
            case Reason.DuplicateRow when step.Rows.Named is [var twin, ..]:
                return new("row", new($"与 {twin.File} 第 {twin.Line} 行相同；不是重复的，就改正编号或内容", $"the same as {twin.File} line {twin.Line}; if it is another claim, correct its id or what it says"), reason, twin);
            case <= Reason.DuplicateRow: return Reading(step, reason);
            case Reason.Approved or Reason.CeilingOpen:
                return new("approved", new($"核定一个不超过 {before} 元的金额，就支付该金额（后面的阶段不变）", $"any amount approved up to {before} yuan would be paid (later stages as they are)"), reason);
            case Reason.AboveCeiling:
                return new("approved", new($"上限是 {after} 元：核定再高也只支付这么多，核定得低就支付核定的金额", $"the ceiling is {after} yuan: a higher approved amount pays no more, a lower one pays itself"), reason);
            case Reason.ClauseCap:
                return new("rule", new($"没有条款封顶，这里是 {before} 元", $"without the clause's cap it would be {before} yuan here"), reason);
            case Reason.RaisedToFloor:
                return new("rule", new($"没有条款保底，这里是 {before} 元", $"without the clause's floor it would be {before} yuan here"), reason);
            case Reason.Rounded: return null;
            case Reason.MissingValue or Reason.MissingEvidence or Reason.IdentityDoubtful: return Missing(step, reason);
            case Reason.ShareMissing or Reason.SharesExceed or Reason.PoolDiffers:
                return new("row", new($"核对共同获奖各行的分配比例和总额（{reason.Words().Zh}）", $"check the shares and pools of the joint winners' rows ({reason.Words().En})"), reason);
            case Reason.Shared:
                return new("row", new($"{Inputs(step, Language.Chinese)}：没有其他共同获奖者，这里是 {before} 元", $"{Inputs(step, Language.English)}: without other joint winners it would be {before} yuan here"), reason);
            case Reason.Exclusive:
                return new("decision", new("互斥的各项中只保留一项，其余从名册中去掉", "keep one of the exclusive claims and take the others out of the roster"), reason);
            case Reason.Suspended:
                return new("decision", new($"解除暂缓（{Value(step)}），支付 {line.Held.ToReadable()} 元", $"with the suspension lifted ({Value(step)}), {line.Held.ToReadable()} yuan are paid"), reason, Payable: line.Held);
            case Reason.Excluded:
                return new("row", new($"不属于“{Value(step)}”，就按 {before} 元进入后面的计算", $"if '{Value(step)}' did not hold, {before} yuan would go on to the later stages"), reason);
            case Reason.ClausesConflict:
                return new("rule", new($"在办法中用 overlap 写明条款 {Clauses(step)} 的关系", $"relate the clauses {Clauses(step)} with an overlap in the scheme"), reason);
            case Reason.EnvelopeExceeded:
                return new("decision", new($"预算够用，或有人决定后，支付 {line.Held.ToReadable()} 元", $"once the envelope suffices or somebody decides, {line.Held.ToReadable()} yuan are paid"), reason, Payable: line.Held);
            case Reason.CapQuantity or Reason.CapClause or Reason.CapSubject or Reason.CapYear or Reason.CapLifetime or Reason.EnvelopeOrder or Reason.EnvelopePriority or Reason.EnvelopeProrata or Reason.EnvelopeScheme:
                return Limit(step, reason, before);
        }

        return step.Rows.Count > 0 ? Earlier(line, step, reason, before) : Plain(line, reason);
    }

    /// <summary>What a reason without a step asks for.</summary>
    public Change? Of(ExplainedLine line, Reason reason) => Plain(line, reason);

    /// <summary>Nothing cut the line: only its own values decide.</summary>
    public static Change OnlyTheRow(ExplainedLine line)
    {
        Step[] looked = [.. line.Steps.Where(s => s.Inputs.Count > 0)];
        string zh = string.Join("，", looked.Select(s => StepWords.Inputs(s, Language.Chinese)).Distinct()), en = string.Join(", ", looked.Select(s => StepWords.Inputs(s, Language.English)).Distinct());
        return new("row", new(
            $"没有任何限制减少它；本行的值（{zh}）或条款的金额变了，结果才会变", $"nothing cut it; only other values of the row ({en}) or another amount in the clause would change it"));
    }

    /// <summary>Another option of a reading that gives the row another result.</summary>
    public static Change OtherReading(ReadingInForce reading, string option, string result, Money payable) => new(
        "reading", new(
            $"解释口径 {reading.Id} 采用 {option}（现在是 {reading.Option}）：应付 {payable.ToReadable()} 元（{result}）",
            $"under reading {reading.Id}={option} (now {reading.Option}): payable {payable.ToReadable()} yuan ({result})"),
        Reading: reading.Id, Option: option, Payable: payable);

    /// <summary>Another option under which the batch cannot be calculated.</summary>
    public static Change CannotTell(ReadingInForce reading, string option) => new(
        "reading", new($"解释口径 {reading.Id} 采用 {option}：本批次无法计算，不能比较", $"under reading {reading.Id}={option} the batch cannot be calculated, so nothing can be compared"), Reading: reading.Id, Option: option);

    private static Change Reading(Step step, Reason reason)
    {
        string? column = step.Inputs.Count > 0 ? step.Inputs[0].Name : reason switch
        {
            Reason.MissingRecipient => "recipient",
            Reason.MissingAward => "award",
            Reason.MissingDate => "date",
            Reason.BadId => "recipient-id",
            Reason.BadKind => "recipient-kind",
            _ => null,
        };
        if (column is null) return new("row", new($"改正这一行（{reason.Words().Zh}）后重新计算", $"correct the row ({reason.Words().En}) and calculate again"), reason);
        if (reason == Reason.BadDate && step.Inputs is [{ Value: var cell }, ..] && SerialDay(cell) is { } day)
        {
            string header = StepWords.Header(column), written = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return new("row", new($"“{header}”的 {cell} 像是 Excel 的日期序号（{written}）：在 Excel 中把这一列的格式改为日期，重新另存后再计算", $"{cell} in '{column}' looks like Excel's number of a day ({written}): format the column as dates in Excel, save it again and calculate again"), reason, Column: column);
        }

        bool isEmpty = reason is Reason.MissingRecipient or Reason.MissingAward or Reason.MissingDate;
        return new(
            "row",
            isEmpty
                ? new($"填写“{StepWords.Header(column)}”后重新计算", $"fill in '{column}' and calculate again")
                : new($"改正“{StepWords.Header(column)}”（{reason.Words().Zh}）后重新计算", $"correct '{column}' ({reason.Words().En}) and calculate again"),
            reason, Column: column);
    }

    // Excel counts days from 1899-12-30; numbers that are days of 1980 to 2079.
    private static DateOnly? SerialDay(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 29_221 and <= 65_745 ? new DateOnly(1899, 12, 30).AddDays(number) : null;

    private static Change Missing(Step step, Reason reason)
    {
        if (step.Rows.Named is [var row])
            return new("earlier", new($"写明 {row.File} 第 {row.Line} 行的日期", $"give {row.File} line {row.Line} a date"), reason, row, "date");
        if (reason == Reason.IdentityDoubtful)
            return new("row", new("填写统一社会信用代码，分清是哪一个对象", "give the identity code, which says which recipient is meant"), reason, Column: "recipient-id");
        string? column = step.Inputs.Where(i => i.Value.Length == 0).Select(i => i.Name).FirstOrDefault();
        return column is null
            ? new("row", new($"补上缺少的内容（{reason.Words().Zh}）", $"supply what is missing ({reason.Words().En})"), reason)
            : new("row", new($"填写“{StepWords.Header(column)}”：现在是空的", $"fill in '{column}', which is empty"), reason, Column: column);
    }

    private static Change Limit(Step step, Reason reason, string before) => new(
        "limit", new(
            $"{reason.Words().Zh}（{Inputs(step, Language.Chinese)}）：额度足够时，这里是 {before} 元", $"{reason.Words().En} ({Inputs(step, Language.English)}): with room enough it would be {before} yuan here"), reason);

    private Change Earlier(ExplainedLine line, Step step, Reason reason, string before)
    {
        RowReference row = step.Rows.Named[0];
        if (step.Rows.Count > 1)
        {
            Phrase rows = StepWords.Rows(step.Rows, 5);
            return new("earlier", new($"没有{rows.Zh}，这里是 {before} 元", $"without {rows.En} it would be {before} yuan here"), reason, row);
        }

        string text = RowText(row);
        if (reason == Reason.ToppedUp)
            return new("earlier", new($"没有 {row.File} 第 {row.Line} 行（{text}），这里是 {before} 元，而不是只补差", $"without {row.File} line {row.Line} ({text}) it would be {before} yuan here rather than the difference"), reason, row);
        bool isOwnRow = row.File == line.Roster && row.Line == line.Line;
        return isOwnRow
            ? new("rule", new($"本行另一条款更高；没有那一条款，这里是 {before} 元", $"another clause gives this row more; without that clause it would be {before} yuan here"), reason, row)
            : new("earlier", new($"没有 {row.File} 第 {row.Line} 行这一次（{text}），这里是 {before} 元", $"without {row.File} line {row.Line} ({text}) it would be {before} yuan here"), reason, row);
    }

    private Change? Plain(ExplainedLine line, Reason reason) => reason switch
    {
        Reason.None or Reason.Full or Reason.Rounded => null,
        Reason.Approved or Reason.CeilingOpen or Reason.AboveCeiling => null,
        Reason.NoClause => new("rule", new(
            "没有条款写到这样的奖项、对象类型、级别和排名：写法不同就改正名册，或在规则中加别名", "no clause names such an award, kind, level and rank: if it is only spelled otherwise, correct the roster or add an alias to the rules"), reason),
        Reason.OutsidePeriod => new("row", new($"日期要在有效期内：{Periods(line)}", $"the date would have to lie in the period: {Periods(line)}"), reason, Column: "date"),
        Reason.AmountUnpublished => new("rule", new("用 --set 给出没有公布的金额", "give the amount that is not published with --set"), reason),
        Reason.ApprovedIgnored => new("rule", new("条款是定额：核定金额改了也不影响结果", "the clause pays a fixed sum: another approved amount changes nothing"), reason),
        Reason.QuantityUnclear => new("rule", new("在条款中写明按件还是按对象（per），或把数量改成 1", "say in the clause whether it pays per item or per recipient, or make the quantity 1"), reason),
        Reason.NoValue => new("row", new("改正算式用到的值：它们算不出金额", "correct the values the amount is worked out from: they give none"), reason),
        Reason.RatedZero => new("row", new("条款按本行的值算得零；值变了才会有金额", "with the row's values the clause gives zero; other values would give an amount"), reason),
        Reason.BelowMinimum => new("limit", new("合计达到起奖点才支付", "it is paid only once the sum reaches the minimum grant"), reason),
        _ => new("rule", new($"{reason.Words().Zh}：名册或办法变了，结果才会变", $"{reason.Words().En}: only another roster or scheme would change it"), reason),
    };

    // The periods of the schemes that could grant the award something.
    private string Periods(ExplainedLine line)
    {
        int award = batch.Plan.Symbols.Intern(NameNormalizer.Normalize(line.Award));
        List<string> periods = [];
        foreach (Clause clause in batch.Plan.Candidates(award))
        {
            string period = $"{clause.Scheme.Id} {clause.Scheme.Effective}";
            if (!periods.Contains(period)) periods.Add(period);
        }

        return string.Join(", ", periods);
    }

    // What stands in the row of a history or roster that decided: award, date, money.
    private string RowText(RowReference row)
    {
        foreach (InputFile input in request.History.Concat(request.Rosters).Where(f => f.Name == row.File))
        {
            using RosterFile? file = RosterFile.Open(input.Path, input.Name, new DiagnosticBag());
            if (file is null) continue;
            HeaderBinding bound = HeaderBinding.Bind(file, Telling, new DiagnosticBag());
            using CsvHelper.CsvReader reader = file.CreateReader();
            while (reader.Read() && reader.LineNumber <= row.Line)
            {
                if (reader.LineNumber == row.Line) return string.Join(", ", bound.Columns.Where(c => c.IsPresent).Select(c => reader.GetString(c.Index).Trim()).Where(t => t.Length > 0));
            }
        }

        return "?";
    }

    private static string Inputs(Step step, Language language) => StepWords.Inputs(step, language);

    private static string Value(Step step) => step.Inputs.Count > 0 ? step.Inputs[0].Value : "";

    private static string Clauses(Step step) => string.Join(", ", step.Inputs.Select(i => i.Value));
}

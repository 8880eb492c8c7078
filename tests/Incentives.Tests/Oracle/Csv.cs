using System.Globalization;
using System.Text;

namespace Incentives.Tests.Oracle;

/// <summary>The model as roster and history files.</summary>
internal static class Csv
{
    /// <summary>A roster file.</summary>
    public static string Roster(IReadOnlyList<Claim> rows) => File(
        "id,recipient,award,level,role,rank,date,quantity,subject,approved,暂缓,剔除,优先,权重,费用,已补,district,applied",
        rows.Select((r, i) => $"{i + 1},{r.Recipient},{r.Award},{r.Level},{r.Role},{r.Rank},{Date(r.Date)},{r.Quantity},{r.Subject},{Yuan(r.Approved)},{Flag(r.Suspended)},{Flag(r.Struck)},{r.Priority},{r.Weight},{Yuan(r.Cost)},{Yuan(r.Aid)},{r.District},{Date(r.Applied)}"));

    /// <summary>A history file.</summary>
    public static string History(IReadOnlyList<Past> rows) => File(
        "id,recipient,award,date,subject,quantity,paid,scheme,clause",
        rows.Select((r, i) => $"{i + 1},{r.Recipient},{r.Award},{Date(r.Date)},{r.Subject},{r.Quantity},{Yuan(r.Paid)},{r.Scheme},{r.Clause}"));

    /// <summary>A name list's file.</summary>
    public static string List(IReadOnlyList<Listed> entries, string list) => File(
        "名称,列入日期,移出日期",
        entries.Where(e => e.List == list).Select(e => $"{e.Name},{Date(e.From)},{Date(e.To)}"));

    /// <summary>Fen as yuan, exact.</summary>
    public static string Yuan(long? fen) => fen is { } f
        ? string.Create(CultureInfo.InvariantCulture, $"{(f < 0 ? "-" : "")}{Math.Abs(f) / 100}.{Math.Abs(f) % 100:D2}")
        : "";

    private static string Flag(bool? flag) => flag switch { true => "是", false => "否", null => "" };

    /// <summary>A day or a month as cells have it.</summary>
    public static string Date(int? date) => date switch
    {
        null => "",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{date / 100:D4}-{date % 100:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{date / 10000:D4}-{date / 100 % 100:D2}-{date % 100:D2}"),
    };

    private static string File(string header, IEnumerable<string> rows)
    {
        StringBuilder text = new();
        text.Append(header).Append('\n');
        foreach (string row in rows) text.Append(row).Append('\n');
        return text.ToString();
    }
}

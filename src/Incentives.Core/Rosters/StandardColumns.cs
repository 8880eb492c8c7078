namespace Incentives.Core.Rosters;

/// <summary>The columns every roster may have, with the headers they are known by.</summary>
internal static class StandardColumns
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ColumnSpec> All { get; } =
    [
        new("id", ["编号", "序号"], ColumnKind.Text),
        new("recipient_id", ["统一社会信用代码", "证件号码"], ColumnKind.Text),
        new("recipient", ["名称", "企业名称", "单位名称", "公司名称", "获奖单位", "姓名"], ColumnKind.Text),
        new("recipient_kind", ["对象类型", "类型"], ColumnKind.Text),
        new("award", ["奖项", "奖补事项", "项目"], ColumnKind.Text),
        new("level", ["级别"], ColumnKind.Text),
        new("rank", ["排名"], ColumnKind.Number),
        new("role", ["角色"], ColumnKind.Text),
        new("date", ["认定日期", "获奖日期", "日期"], ColumnKind.Date),
        new("applied", ["申请日期", "申报日期"], ColumnKind.Date),
        new("quantity", ["数量"], ColumnKind.Number),
        new("subject", ["主体", "品牌", "产品", "专利号", "标准号"], ColumnKind.Text),
        new("district", ["区县", "镇街", "县(市)区"], ColumnKind.Text),
        new("approved", ["核定金额"], ColumnKind.Money),
        new("paid", ["已获奖励", "已拨金额"], ColumnKind.Money),
        new("scheme", ["政策", "办法"], ColumnKind.Text),
        new("clause", ["条款"], ColumnKind.Text),
    ];

    /// <summary>The column with a canonical name, <c>-</c> and <c>_</c> being the same; null when there is none.</summary>
    public static ColumnSpec? Find(string name)
    {
        string key = HeaderName.Normalize(name);
        return All.FirstOrDefault(column => HeaderName.Normalize(column.Name) == key);
    }

    /// <summary>Whether a text is a header of one of them, ignoring a unit behind it.</summary>
    public static bool IsKnownHeader(string header)
    {
        (string name, string whole, _) = HeaderName.Split(header);
        return All.Any(column => HeaderName.Names(column, name) || HeaderName.Names(column, whole));
    }
}

using Incentives.Core.Diagnostics;

namespace Incentives.Core.Plans;

/// <summary>The stable code and the words of each <see cref="Reason"/>.</summary>
internal static class ReasonTable
{
    private static readonly (Reason Reason, string Code, Phrase Words)[] All =
    [
        (Reason.MissingRecipient, "missing-recipient", new("没有填写名称", "no recipient")),
        (Reason.MissingAward, "missing-award", new("没有填写奖项", "no award")),
        (Reason.MissingDate, "missing-date", new("没有填写日期", "no date")),
        (Reason.BadDate, "bad-date", new("日期无法识别", "unreadable date")),
        (Reason.BadAmount, "bad-amount", new("金额无法识别", "unreadable amount")),
        (Reason.BadQuantity, "bad-quantity", new("数量无法识别", "unreadable quantity")),
        (Reason.BadNumber, "bad-number", new("数值无法识别", "unreadable number")),
        (Reason.BadFlag, "bad-flag", new("应填是或否", "neither yes nor no")),
        (Reason.BadKind, "bad-kind", new("对象类型应为组织或个人", "recipient kind is neither organisation nor individual")),
        (Reason.BadId, "bad-id", new("证件号码或统一社会信用代码校验不符", "the identity code fails its check character")),
        (Reason.FieldCount, "field-count", new("本行的列数与表头不一致", "the row has not as many fields as the header")),
        (Reason.TotalRow, "total-row", new("合计行，不是申报", "a total, not a claim")),
        (Reason.DuplicateRow, "duplicate-row", new("与前面一行完全相同", "the same as an earlier row")),
        (Reason.NoClause, "no-clause", new("没有条款适用", "no clause applies")),
        (Reason.OutsidePeriod, "outside-period", new("日期不在办法有效期内", "the date lies outside the scheme's period")),
        (Reason.AmountUnpublished, "amount-unpublished", new("办法没有公布金额", "the amount is not published")),
        (Reason.Excluded, "excluded", new("属于不予奖补的情形", "excluded")),
        (Reason.OutsideWindow, "outside-window", new("不在申报期限内", "outside the window")),
        (Reason.Expired, "expired", new("资格已过有效期", "expired")),
        (Reason.ExclusiveOther, "exclusive-other", new("已选择互斥的另一项", "an exclusive alternative was taken")),
        (Reason.Suspended, "suspended", new("暂缓发放", "suspended")),
        (Reason.MissingValue, "missing-value", new("缺少判断所需的内容", "a value the clause needs is missing")),
        (Reason.MissingEvidence, "missing-evidence", new("缺少排除条件所需的内容", "a value an exclusion needs is missing")),
        (Reason.ClausesConflict, "clauses-conflict", new("两个条款都适用而办法没有说明关系", "two clauses apply and the scheme does not say how they relate")),
        (Reason.IdentityDoubtful, "identity-doubtful", new("不能确定是哪一个对象", "it is not certain which recipient is meant")),
        (Reason.QuantityUnclear, "quantity-unclear", new("数量不是1，而条款没有说明按件还是按对象", "the quantity is not 1 and the clause does not say per item or per recipient")),
        (Reason.NoValue, "no-value", new("金额无法计算", "the amount cannot be worked out")),
        (Reason.Full, "full", new("按条款全额", "in full")),
        (Reason.Approved, "approved", new("按核定金额", "as approved")),
        (Reason.CeilingOpen, "ceiling-open", new("上限，尚未核定金额", "a ceiling; no amount approved yet")),
        (Reason.AboveCeiling, "above-ceiling", new("核定金额超过上限，按上限", "approved above the ceiling; the ceiling is paid")),
        (Reason.ApprovedIgnored, "approved-ignored", new("定额条款，核定金额未采用", "a fixed sum; the approved amount is not used")),
        (Reason.ClauseCap, "clause-cap", new("受条款封顶", "cut by the clause's cap")),
        (Reason.RaisedToFloor, "raised-to-floor", new("提高到条款保底", "raised to the clause's floor")),
        (Reason.BelowThreshold, "below-threshold", new("未达到起点", "below the threshold")),
        (Reason.RatedZero, "rated-zero", new("按条款计算为零", "the clause gives nothing")),
        (Reason.NotFirst, "not-first", new("不是首次", "not the first time")),
        (Reason.WithinYears, "within-years", new("距上次不足规定年限", "too soon after the last time")),
        (Reason.Renewal, "renewal", new("复评或续展", "a renewal")),
        (Reason.RepeatReduced, "repeat-reduced", new("再次获得，按减少的标准", "a repeat, at the reduced amount")),
        (Reason.BelowMinimum, "below-minimum", new("低于起奖点", "below the minimum grant")),
        (Reason.ToppedUp, "topped-up", new("补差", "topped up")),
        (Reason.LowerAward, "lower-award", new("就高不重复，已按较高奖项", "only the higher award is paid")),
        (Reason.AlreadyPaid, "already-paid", new("以前已经发放", "already paid")),
        (Reason.Combined, "combined", new("多项合并计算", "combined with other awards")),
        (Reason.Exclusive, "exclusive", new("与另一项互斥，须选择其一", "exclusive with another; one must be chosen")),
        (Reason.Shared, "shared", new("与共同获奖者分享", "shared among joint winners")),
        (Reason.NotFirstDrafter, "not-first-drafter", new("不是第一完成单位", "not the first drafter")),
        (Reason.ShareMissing, "share-missing", new("缺少分配比例", "a share is missing")),
        (Reason.SharesExceed, "shares-exceed", new("分配比例之和超过总额", "the shares exceed the whole")),
        (Reason.PoolDiffers, "pool-differs", new("共同获奖者的总额不一致", "the joint winners' pools differ")),
        (Reason.CapQuantity, "cap-quantity", new("超过数量上限", "cut by a quantity cap")),
        (Reason.CapClause, "cap-clause", new("超过条款总额上限", "cut by the clause's total cap")),
        (Reason.CapSubject, "cap-subject", new("超过同一主体上限", "cut by a cap per subject")),
        (Reason.CapYear, "cap-year", new("超过年度上限", "cut by a yearly cap")),
        (Reason.CapLifetime, "cap-lifetime", new("超过累计上限", "cut by a lifetime cap")),
        (Reason.EnvelopeOrder, "envelope-order", new("预算已按顺序用完", "the envelope was used up in order")),
        (Reason.EnvelopePriority, "envelope-priority", new("预算已按优先级用完", "the envelope was used up by priority")),
        (Reason.EnvelopeProrata, "envelope-prorata", new("预算不足，按比例压缩", "cut pro rata to the envelope")),
        (Reason.EnvelopeScheme, "envelope-scheme", new("受办法总预算限制", "cut by the scheme's envelope")),
        (Reason.EnvelopeExceeded, "envelope-exceeded", new("超出预算，等待处理", "the envelope is exceeded; held")),
        (Reason.Rounded, "rounded", new("按办法取整", "rounded as the scheme says")),
    ];

    private static readonly string[] Codes = Fill(e => e.Code, "");
    private static readonly byte[][] Utf8Codes = [.. Codes.Select(System.Text.Encoding.UTF8.GetBytes)];
    private static readonly Phrase[] Texts = Fill(e => e.Words, new Phrase("", ""));

    /// <summary>The stable code.</summary>
    public static string Code(this Reason reason) => Codes[(int)reason];

    /// <summary>The stable code as UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Code(this Reason reason) => Utf8Codes[(int)reason];

    /// <summary>The words for people.</summary>
    public static Phrase Words(this Reason reason) => Texts[(int)reason];

    /// <summary>The reason with a code, or null.</summary>
    public static Reason? Find(string code)
    {
        int at = Array.IndexOf(Codes, code);
        return at > 0 ? (Reason)at : null;
    }

    private static T[] Fill<T>(Func<(Reason Reason, string Code, Phrase Words), T> part, T none)
    {
        var result = new T[Enum.GetValues<Reason>().Length];
        Array.Fill(result, none);
        foreach (var entry in All) result[(int)entry.Reason] = part(entry);
        return result;
    }
}

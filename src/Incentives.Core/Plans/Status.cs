namespace Incentives.Core.Plans;

/// <summary>What became of a claim line.</summary>
internal enum Status : byte
{
    /// <summary>A sum to pay.</summary>
    Pay,

    /// <summary>A ceiling nobody has set an amount under.</summary>
    PayUpTo,

    /// <summary>Decided, at nothing.</summary>
    Zero,

    /// <summary>Waits for a person or a proof.</summary>
    Held,

    /// <summary>The row cannot be read.</summary>
    Rejected,

    /// <summary>No clause grants it anything.</summary>
    Unmatched,
}

/// <summary>The stable words of <see cref="Status"/>.</summary>
internal static class StatusTable
{
    private static readonly string[] Codes = ["pay", "pay-up-to", "zero", "held", "rejected", "unmatched"];

    private static readonly byte[][] Utf8Codes = [.. Codes.Select(System.Text.Encoding.UTF8.GetBytes)];

    private static readonly Diagnostics.Phrase[] Texts =
        [new("支付", "pay"), new("上限内支付", "pay up to"), new("不支付", "zero"), new("暂缓", "held"), new("退回", "rejected"), new("无条款适用", "unmatched")];

    /// <summary>The stable code.</summary>
    public static string Code(this Status status) => Codes[(int)status];

    /// <summary>The status with a code.</summary>
    public static Status Find(string code) => (Status)Array.IndexOf(Codes, code);

    /// <summary>The stable code as UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Code(this Status status) => Utf8Codes[(int)status];

    /// <summary>The words for people.</summary>
    public static Diagnostics.Phrase Words(this Status status) => Texts[(int)status];
}

using Incentives.Core.Diagnostics;
using Incentives.Core.Pages;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Views;

/// <summary>Why a person should look at a line, the most urgent first.</summary>
internal enum Concern : byte
{
    None,

    /// <summary>Waits for a person or a proof.</summary>
    Held,

    /// <summary>The row cannot be used.</summary>
    Rejected,

    /// <summary>No clause grants it anything.</summary>
    Unmatched,

    /// <summary>More was approved than the ceiling allows.</summary>
    AboveCeiling,

    /// <summary>An amount was approved that the clause does not ask for.</summary>
    ApprovedIgnored,

    /// <summary>May change when an open ceiling of another row is set.</summary>
    Provisional,

    /// <summary>A ceiling; nobody has set an amount.</summary>
    CeilingOpen,
}

/// <summary>Which lines are of which concern, and its words.</summary>
internal static class ConcernTable
{
    private static readonly Phrase[] Texts =
    [
        new("", ""), new("暂缓", "held"), new("退回", "rejected"), new("无条款适用", "unmatched"), new("核定超过上限", "approved above the ceiling"),
        new("核定金额未采用", "approved amount not used"), new("金额暂定", "provisional"), new("上限待核定", "ceiling, to be approved"),
    ];

    private static readonly Paint[] Paints = [Paint.None, Paint.Waiting, Paint.Bad, Paint.Stray, Paint.Bad, Paint.Bad, Paint.Waiting, Paint.Open];

    /// <summary>The concern of a line; the most urgent where there are several.</summary>
    public static Concern Of(Status status, bool isAboveCeiling, bool isApprovedIgnored, bool isProvisional) => status switch
    {
        Status.Held => Concern.Held,
        Status.Rejected => Concern.Rejected,
        Status.Unmatched => Concern.Unmatched,
        _ when isAboveCeiling => Concern.AboveCeiling,
        _ when isApprovedIgnored => Concern.ApprovedIgnored,
        _ when isProvisional => Concern.Provisional,
        Status.PayUpTo => Concern.CeilingOpen,
        _ => Concern.None,
    };

    /// <summary>The words for people.</summary>
    public static Phrase Words(this Concern concern) => Texts[(int)concern];

    /// <summary>Its colour.</summary>
    public static Paint Fill(this Concern concern) => Paints[(int)concern];
}

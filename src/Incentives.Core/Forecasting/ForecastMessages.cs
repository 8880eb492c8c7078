using Incentives.Core.Diagnostics;

namespace Incentives.Core.Forecasting;

/// <summary>What can be wrong with a forecast, in one place.</summary>
internal static class ForecastMessages
{
    public static Diagnostic NoTargets() =>
        new("INC9408", Severity.Error, Place.Nowhere, new("规则旁边没有属于这些办法的目标文件", "there is no file of targets for these schemes beside the rules"), new("第一项是“targets: 办法的标识”的 .yaml 文件", "a .yaml file whose first key is 'targets: the-scheme's-id'"),
            new("写一个目标文件，或用 --targets 指定", "write one, or name one with --targets"));

    public static Diagnostic NotTargets(Place place) =>
        new("INC9409", Severity.Error, place, new("这不是目标文件", "this is not a file of targets"), new("第一项是“targets: …”", "a file whose first key is 'targets: ...'"), null);
}

using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>Lists, ladders, settings and readings that nothing refers to.</summary>
internal static class UnusedCheck
{
    /// <summary>Looks for names a scheme declares and never uses, under whatever option of its readings. What a vocabulary declares need not be used.</summary>
    public static void Run(Scheme scheme, IReadOnlySet<string> used, DiagnosticBag bag)
    {
        foreach ((string name, Place place) in scheme.Declared.Where(d => !used.Contains(d.Name))) bag.Add(CheckMessages.UnusedName(place, name));
        ReadingResolver.ReportUnused(scheme.Readings, bag);
    }
}

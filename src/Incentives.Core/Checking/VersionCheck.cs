using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>Versions of one policy that are in force at the same time, or with a time between them in which none is.</summary>
internal sealed class VersionCheck(Func<Scheme, Place> effective, DiagnosticBag bag)
{
    private static readonly Duration OneDay = new(0, 0, 1);

    /// <summary>Compares the versions of each policy, and schemes with those they replace.</summary>
    public void Run(IReadOnlyList<Scheme> schemes)
    {
        foreach (IGrouping<string, Scheme> policy in schemes.GroupBy(s => s.Policy)) Follow([.. policy]);
        foreach (Scheme scheme in schemes)
        {
            foreach (Scheme older in schemes.Where(o => o.Policy != scheme.Policy && (scheme.Supersedes.Contains(o.Id) || scheme.Supersedes.Contains(o.Title)))) Follow([older, scheme]);
        }
    }

    private void Follow(List<Scheme> versions)
    {
        versions = [.. versions.OrderBy(v => v.Effective.First).ThenBy(v => v.Effective.Last).ThenBy(v => v.Id, StringComparer.Ordinal)];
        for (int i = 1; i < versions.Count; i++)
        {
            Scheme next = versions[i], last = versions[..i].MaxBy(v => v.Effective.Last)!;
            if (next.VersionBy.Name != last.VersionBy.Name)
                bag.Add(CheckMessages.VersionsByDifferentDates(effective(next), next.Id, next.VersionBy.Name, effective(last), last.Id, last.VersionBy.Name));
            else if (next.Effective.First <= last.Effective.Last)
                Both(next, last, new Period(next.Effective.First, Math.Min(next.Effective.Last, last.Effective.Last)));
            else if (DateMath.Plus(last.Effective.Last, OneDay) is var first && first < next.Effective.First)
                Neither(next, last, new Period(first, DateMath.Minus(next.Effective.First, OneDay)));
        }
    }

    private void Both(Scheme next, Scheme last, Period shared) =>
        bag.Add(CheckMessages.VersionsOverlap(effective(next), next.Id, effective(last), last.Id, shared.ToString(), Row(next, shared)));

    private void Neither(Scheme next, Scheme last, Period between) =>
        bag.Add(CheckMessages.VersionsGap(effective(next), next.Id, effective(last), last.Id, between.ToString(), Row(next, between)));

    private static Phrase Row(Scheme scheme, Period days)
    {
        int day = days.First > 0 ? days.First : days.Last;
        string text = new Period(day, day).ToString()[..10];
        return new($"{Witness.Heading(scheme.VersionBy)}={text}", $"{scheme.VersionBy.Name}={text}");
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace Incentives.Tests.Oracle;

/// <summary>Random schemes with rosters and histories, full of the situations that go wrong: see <see cref="RowDice"/> and <see cref="PolicyDice"/>.</summary>
internal static class Examples
{
    /// <summary>Examples that shrink to fewer rows, less history and fewer rules.</summary>
    public static Arbitrary<Example> Any { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(Make), Smaller);

    /// <summary>The example of a seed.</summary>
    public static Example Make(int seed)
    {
        Dice dice = new(seed);
        Policy policy = PolicyDice.Throw(dice);
        List<Claim> roster = RowDice.Roster(dice, policy);
        return new Example(policy, roster, RowDice.History(dice, policy), "2024") { Seed = seed, Lists = RowDice.Lists(dice) };
    }

    /// <summary>Runs a property over many examples; a failure names the seed and the smallest example found.</summary>
    public static void Check<T>(int count, ulong seed, Arbitrary<T> examples, Action<T> property) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(new Replay(new Rnd(seed), Microsoft.FSharp.Core.FSharpOption<int>.None)),
            Prop.ForAll(examples, property));

    /// <summary>Examples with a row, a payment or a rule less.</summary>
    public static IEnumerable<Example> Smaller(Example e)
    {
        if (e.Roster.Count > 3) yield return e with { Roster = [.. e.Roster.Take(e.Roster.Count / 2)] };
        if (e.Roster.Count > 3) yield return e with { Roster = [.. e.Roster.Skip(e.Roster.Count / 2)] };
        if (e.History.Count > 0) yield return e with { History = [] };
        for (int i = 0; i < e.Roster.Count && e.Roster.Count > 1; i++) yield return e with { Roster = [.. e.Roster.Where((_, j) => j != i)] };
        for (int i = 0; i < e.Lists.Count; i++) yield return e with { Lists = [.. e.Lists.Where((_, j) => j != i)] };
        for (int i = 0; i < e.History.Count; i++) yield return e with { History = [.. e.History.Where((_, j) => j != i)] };
        foreach (Policy policy in Smaller(e.Policy)) yield return e with { Policy = policy };
    }

    private static IEnumerable<Policy> Smaller(Policy p)
    {
        for (int i = 0; i < p.Overlaps.Count; i++) if (p.Overlaps[i].By.Count > 0) yield return p with { Overlaps = [.. p.Overlaps.Where((_, j) => j != i)] };
        for (int i = 0; i < p.Limits.Count; i++) yield return p with { Limits = [.. p.Limits.Where((_, j) => j != i)] };
        if (p.Fund is not null) yield return p with { Fund = null };
        for (int i = 0; i < p.Exclusions.Count; i++) yield return p with { Exclusions = [.. p.Exclusions.Where((_, j) => j != i)] };
        for (int i = 0; i < p.Clauses.Count; i++)
        {
            Provision c = p.Clauses[i];
            Policy With(Provision changed) => p with { Clauses = [.. p.Clauses.Select(x => x == c ? changed : x)] };
            if (p.Clauses.Count > 1 && p.Overlaps.Count == 0) yield return p with { Clauses = [.. p.Clauses.Where(x => x != c)] };
            if (c.Recur is not null) yield return With(c with { Recur = null });
            if (c.Fund is not null) yield return With(c with { Fund = null });
            if (c.Instalments.Count > 0) yield return With(c with { Instalments = [.. c.Instalments.Skip(1)] });
            if (c.Share is not null) yield return With(c with { Share = null });
            for (int k = 0; k < c.Limits.Count; k++) yield return With(c with { Limits = [.. c.Limits.Where((_, j) => j != k)] });
            Grant g = c.Grant;
            for (int k = 0; k < g.Rows.Count && g.Rows.Count > 1; k++) yield return With(c with { Grant = g with { Rows = [.. g.Rows.Where((_, j) => j != k)] } });
            if (g.Rows.Count > 0 || g.Part is not null || g.Marginal is not null || g.Table is not null) yield return With(c with { Grant = g with { Rows = [], Part = null, Marginal = null, Table = null } });
            if (g.Times is not null) yield return With(c with { Grant = g with { Times = null } });
            if (g.Plus is not null) yield return With(c with { Grant = g with { Plus = null } });
            if (g.AtLeast is not null || g.AtMost is not null) yield return With(c with { Grant = g with { AtLeast = null, AtMost = null } });
            if (g.Round is not null) yield return With(c with { Grant = g with { Round = null } });
        }
    }
}

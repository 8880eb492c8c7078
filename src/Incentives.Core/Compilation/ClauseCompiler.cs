using Incentives.Core.Clauses;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Clauses, and the rules on groups that stand in them or beside them.</summary>
internal static class ClauseCompiler
{
    /// <summary>A clause without its group rules, or null after reporting a mistake.</summary>
    public static Clause? Compile(Scope scope, MapNode map, Scheme scheme, int index)
    {
        MapReader reader = new(map, Shapes.Clause, scope.Diagnostics);
        IReadOnlyList<Box> when = TestCompiler.Boxes(scope, reader.Node("when"));
        if (PayCompiler.Compile(scope, reader.Node("pay"), out bool saysPer) is not { } pay) return null;
        Column? payee = reader.Scalar("payee") is { } name ? scope.Column(name) : null;
        return new Clause
        {
            Index = index,
            Scheme = scheme,
            Id = reader.Text("id"),
            Place = reader.Scalar("id")?.Place ?? map.Place,
            Cite = reader.Text("cite"),
            Department = reader.Text("department"),
            As = reader.Text("as"),
            Note = reader.Text("note"),
            When = when,
            Pay = pay,
            Payee = payee,
            SaysPer = saysPer,
            Earmarks = EarmarkForm.Compile(scope, reader.Node("earmark")) ?? scheme.EarmarkShares,
            Boxes = [.. Domains.And(when, pay.Domain())],
            Fund = reader.Node("fund") is { } fund ? FundForm.Compile(scope, fund) : scheme.Fund,
            Instalments = [.. reader.Mappings("instalments").Select(m => InstalmentForm.Compile(scope, m)).OfType<Instalment>()],
        };
    }

    /// <summary>The rules on groups, of a clause or (with no clause) of the scheme.</summary>
    public static IEnumerable<GroupOperation> Groups(Scope scope, MapNode map, Shape shape, Clause? home, IReadOnlyList<Clause> clauses)
    {
        // Keys that are unknown or missing have been reported where the mapping was first read.
        MapReader reader = new(map, shape, new DiagnosticBag());
        IEnumerable<GroupOperation?> all =
        [
            .. home is null ? [] : reader.Mappings("recur").Select(m => RecurForm.Compile(scope, m, home, clauses)),
            .. home is null ? [] : reader.Mappings("share").Select(m => ShareForm.Compile(scope, m, home, clauses)),
            .. reader.Mappings("overlap").Select(m => OverlapForm.Compile(scope, m, home, clauses)),
            .. reader.Mappings("limit").Select(m => LimitForm.Compile(scope, m, home, clauses)),
        ];
        return all.OfType<GroupOperation>();
    }
}

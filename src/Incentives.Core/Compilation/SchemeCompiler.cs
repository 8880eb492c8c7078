using Incentives.Core.Clauses;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Turns one scheme's nodes into a plan. Names no clause form: those are in <c>Clauses/</c>.</summary>
internal static class SchemeCompiler
{
    private static readonly string[] Blocks = ["lists", "settings"];

    /// <summary>The scheme, or null when its header cannot be used. Mistakes go to the bag.</summary>
    public static Scheme? Compile(RuleFile file, IReadOnlyDictionary<string, RuleFile> vocabularies, ColumnTable columns, BatchSettings batch, int firstClause, DiagnosticBag bag)
    {
        (MapNode root, IReadOnlyList<ReadingInForce> readings) = ReadingResolver.Resolve(file.Root, OwnReadings(file, batch), bag);
        MapReader reader = new(root, Shapes.Scheme, bag);
        string id = reader.Text("scheme");
        if (id.Length == 0) return null;

        NameScopeBuilder builder = new(batch.Symbols, bag);
        foreach (ScalarNode use in reader.Names("uses"))
        {
            if (vocabularies.TryGetValue(use.Text, out RuleFile? vocabulary)) builder.Add(vocabulary.Root, Shapes.Vocabulary);
            else bag.Add(RuleMessages.UnknownVocabulary(use.Place, use.Text, [.. vocabularies.Keys.Order(StringComparer.Ordinal)], Suggestion.Nearest(use.Text, vocabularies.Keys)));
        }

        builder.Add(root, Shapes.Scheme);
        NameScope names = builder.Build();
        Scope scope = new(columns, names, id, batch, bag);
        IReadOnlyList<SettingInForce> settings = Settings(scope, reader.Mapping("settings"));
        ColumnCompiler.Declare(scope, reader.Mapping("columns"));
        Scheme scheme = new()
        {
            Id = id,
            File = file.Name,
            Place = reader.Scalar("scheme")!.Place,
            Title = reader.Text("title"),
            Issuer = reader.Text("issuer"),
            Document = reader.Text("document"),
            Status = reader.Text("status"),
            Policy = reader.Text("policy") is { Length: > 0 } policy ? policy : id,
            Supersedes = [.. reader.Names("supersedes").Select(n => n.Text)],
            Effective = Effective(scope, reader.Scalar("effective")),
            VersionBy = (reader.Scalar("version-by") is { } by ? scope.Column(by) : null) ?? columns.Standard("date"),
            SaysVersionBy = reader.Node("version-by") is not null,
            Rounding = reader.Node("round") is { } round ? RoundCompiler.Compile(scope, round) ?? Rounding.Default : Rounding.Default,
            Readings = readings,
            Settings = settings,
            Names = names,
            Declared = [.. Blocks.SelectMany(b => reader.Mapping(b)?.Entries ?? []).Select(e => (e.Key, e.KeyPlace))],
            Totals = [.. reader.Names("totals").Select(scope.Column).OfType<Column>()],
            Fund = reader.Node("fund") is { } fund ? FundForm.Compile(scope, fund) : null,
            EarmarkShares = EarmarkForm.Compile(scope, reader.Node("earmark")) ?? [],
            Earmarks = [.. reader.Mappings("earmarks").Select(m => Earmark(scope, m)).OfType<EarmarkLine>()],
        };
        if (reader.Scalar("effective") is { } effective) scope.Ranges.Add(PeriodRange(effective, scheme));
        Body(scope, scheme, reader, firstClause);
        return scheme;
    }

    private static void Body(Scope scope, Scheme scheme, MapReader reader, int firstClause)
    {
        List<(MapNode Map, Clause Clause)> pairs = [];
        foreach (MapNode map in reader.Mappings("clauses"))
        {
            int firstRange = scope.Ranges.Count;
            if (ClauseCompiler.Compile(scope, map, scheme, firstClause + pairs.Count) is not { } clause) continue;
            for (int i = firstRange; i < scope.Ranges.Count; i++) scope.Ranges[i] = scope.Ranges[i] with { Clause = clause.Id };
            if (scheme.Clauses.FirstOrDefault(c => c.Id == clause.Id) is { } twin)
                scope.Report(RuleMessages.NameDefinedTwice(clause.Place, clause.Id, twin.Place));
            pairs.Add((map, clause));
            scheme.Clauses.Add(clause);
        }

        foreach ((MapNode map, Clause clause) in pairs)
            scheme.Groups.AddRange(ClauseCompiler.Groups(scope, map, Shapes.Clause, clause, scheme.Clauses));
        scheme.Groups.AddRange(ClauseCompiler.Groups(scope, reader.Map, Shapes.Scheme, null, scheme.Clauses));
        scheme.Exclusions = [.. reader.Mappings("exclude").Select(m => ExcludeForm.Compile(scope, m, scheme.Clauses)).OfType<Exclusion>()];
        scheme.Ranges = scope.Ranges;
    }

    // A batch may have several schemes; each is only told of the readings that it declares.
    private static Dictionary<string, string> OwnReadings(RuleFile file, BatchSettings batch) =>
        batch.Readings.Where(r => (file.Root["readings"] as MapNode)?[r.Key] is not null).ToDictionary(r => r.Key, r => r.Value);

    private static List<SettingInForce> Settings(Scope scope, MapNode? map)
    {
        List<SettingInForce> settings = [];
        foreach (MapEntry entry in map?.Entries ?? [])
        {
            if (entry.Value is not ScalarNode own)
            {
                scope.Report(RuleMessages.WrongForm(entry.Value.Place, entry.Key, new("一个值", "a single value"), NodeText.Describe(entry.Value)));
                continue;
            }

            bool isSet = scope.Batch.Settings.TryGetValue(entry.Key, out string? chosen);
            ScalarNode value = isSet ? new ScalarNode(own.Place with { File = "--set" }, chosen!, false) : own;
            scope.Settings[entry.Key] = value;
            settings.Add(new SettingInForce(entry.Key, value.Text, !isSet));
        }

        return settings;
    }

    private static Period Effective(Scope scope, ScalarNode? text)
    {
        if (text is null) return Period.Always;
        if (RangeText.IsRange(text.Text) && RangeText.TryParse(text.Text, out RangeText? range))
        {
            Period? first = range.Low is null ? Period.Always : DateEnds.Read(scope, range.Low, text.Place);
            Period? last = range.High is null ? Period.Always : DateEnds.Read(scope, range.High, text.Place);
            if (first is not { } a || last is not { } b) return Period.Always;
            if (a.First > b.Last) scope.Report(RuleMessages.UpsideDown(text.Place, text.Text));
            return new Period(a.First, b.Last);
        }

        return DateEnds.Read(scope, text.Text, text.Place) ?? Period.Always;
    }

    // The first and the last day in force are edges like those of any range.
    private static WrittenRange PeriodRange(ScalarNode text, Scheme scheme)
    {
        if (!RangeText.TryParse(text.Text, out RangeText? range)) range = new RangeText(text.Text, true, text.Text, true);
        (int first, int last) = scheme.Effective;
        return new WrittenRange(text.Place, scheme.VersionBy, range, new Interval(range.Low is null ? null : first, true, range.High is null ? null : last, true)) { IsPeriod = true };
    }

    private static EarmarkLine? Earmark(Scope scope, MapNode map)
    {
        MapReader reader = new(map, Shapes.Earmark, scope.Diagnostics);
        if (reader.Node("amount") is not { } node) return null;
        if (AmountCompiler.Compile(scope, node, ValueKind.Money, "amount") is not ConstantExpr { Value.IsWhole: true } amount) return null;
        return new EarmarkLine(reader.Text("id"), new Money((long)amount.Value.Numerator), reader.Text("every"), reader.Text("for"), reader.Text("cite"));
    }
}

namespace Incentives.Core.Plans;

/// <summary>All schemes of a batch, with what the evaluator needs to find its way: which clauses an award can fall under, and what to keep of each row.</summary>
internal sealed class BatchPlan
{
    private readonly Dictionary<int, Clause[]> _byAward = [];
    private readonly Clause[] _anyAward;
    private readonly bool[] _needsDate;

    /// <summary>Prepares a batch.</summary>
    public BatchPlan(IReadOnlyList<Scheme> schemes, IReadOnlyList<Column> columns, Column award, Symbols symbols, IReadOnlyList<Column>? alsoKeep = null)
    {
        Schemes = schemes;
        Columns = columns;
        Symbols = symbols;
        Clauses = [.. schemes.SelectMany(s => s.Clauses)];
        Groups = [.. schemes.SelectMany(s => s.Groups).OrderBy(g => g.Stage)];
        Keep = new KeepPlan(schemes, columns, alsoKeep ?? []);
        bool[] needsDate = new bool[Clauses.Count];
        foreach (GroupOperation years in Groups.Where(g => g.Grouping.Within.Kind == WithinKind.Back))
        {
            foreach (Clause clause in Clauses.Where(c => years.Among.MayInclude(c, award))) needsDate[clause.Index] = true;
        }

        _needsDate = needsDate;
        _anyAward = [.. Clauses.Where(c => c.Awards(award) is null)];
        foreach ((int spelling, List<Clause> clauses) in BySpelling(schemes, award))
            _byAward[spelling] = [.. clauses.Concat(_anyAward).OrderBy(c => c.Index)];
    }

    /// <summary>The schemes, in the order of their files.</summary>
    public IReadOnlyList<Scheme> Schemes { get; }

    /// <summary>All columns, by slot.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The name of a recipient that a list does not name; 0 where a row must name one.</summary>
    public int Unnamed { get; init; }

    /// <summary>The batch's names.</summary>
    public Symbols Symbols { get; }

    /// <summary>All clauses, by <see cref="Clause.Index"/>.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>What happens to groups, in stage order.</summary>
    public IReadOnlyList<GroupOperation> Groups { get; }

    /// <summary>What is kept of each row for the group stages.</summary>
    public KeepPlan Keep { get; }

    /// <summary>A standard column.</summary>
    public Column Standard(string name) => Columns.First(c => c.Name == name && c.Derived is null);

    /// <summary>Whether a clause counts years from the row's date, so that a row without one cannot be judged.</summary>
    public bool NeedsDate(Clause clause) => _needsDate[clause.Index];

    /// <summary>The clauses that a row with an award, as spelled, can fall under.</summary>
    public ReadOnlySpan<Clause> Candidates(int spelling) => _byAward.GetValueOrDefault(spelling, _anyAward);

    // Which clauses name an award, by every spelling that their scheme accepts for it.
    private static Dictionary<int, List<Clause>> BySpelling(IReadOnlyList<Scheme> schemes, Column award)
    {
        Dictionary<int, List<Clause>> all = [];
        foreach (Scheme scheme in schemes)
        {
            ILookup<int, int> spellings = scheme.Names.Awards.ToLookup(a => a.Value, a => a.Key);
            foreach (Clause clause in scheme.Clauses)
            {
                foreach (int spelling in (clause.Awards(award) ?? new HashSet<int>()).SelectMany(a => spellings[a].Append(a)).Distinct())
                {
                    if (!all.TryGetValue(spelling, out List<Clause>? clauses)) all[spelling] = clauses = [];
                    clauses.Add(clause);
                }
            }
        }

        return all;
    }
}

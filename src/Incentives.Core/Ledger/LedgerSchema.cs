namespace Incentives.Core.Ledger;

/// <summary>The tables of a ledger file, and what the database itself refuses.</summary>
internal static class LedgerSchema
{
    /// <summary>SQLite's application id of a ledger: "INCL".</summary>
    public const long ApplicationId = 0x494E434C;

    /// <summary>Version of the tables.</summary>
    public const long Version = 1;

    /// <summary>What the trigger against a second payment says.</summary>
    public const string PaidTwice = "award already paid";

    /// <summary>What the trigger against a second posting of a run says.</summary>
    public const string RunTwice = "run already posted";

    /// <summary>What the trigger for two persons says.</summary>
    public const string SamePerson = "posting needs an approval by somebody else";

    private static readonly string[] Numbers = ["batch", "row", "generation", "seq", "closes", "of_batch", "of_row", "day", "occurrence", "fen", "line"];

    // The same recipient: the same code; or, where one of the two has no code, the same name.
    private const string AlreadyPaid =
        """
        EXISTS (SELECT 1 FROM items e WHERE e.claim = NEW.claim AND e.posted > 0 AND e.kind = 'pay' AND (e.batch, e.row) <> (NEW.batch, NEW.row)
          AND ((e.code <> '' AND e.code = NEW.code) OR ((e.code = '' OR NEW.code = '') AND e.name_key = NEW.name_key))
          AND NOT EXISTS (SELECT 1 FROM items c WHERE c.award_key = e.award_key AND c.generation = e.generation AND c.closes = 1 AND c.posted > 0))
        """;

    private const string Overdrawn =
        "(SELECT coalesce(sum(e.fen), 0) FROM items e WHERE e.award_key = NEW.award_key AND e.generation = NEW.generation AND e.posted > 0 AND (e.batch, e.row) <> (NEW.batch, NEW.row)) + NEW.fen < 0";

    /// <summary>Everything that is created, by name.</summary>
    public static IReadOnlyList<(string Name, string Sql)> Objects { get; } =
    [
        ("batches", "CREATE TABLE batches (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, run TEXT NOT NULL, corrects INTEGER NOT NULL, rows INTEGER NOT NULL, posted INTEGER NOT NULL) STRICT"),
        ("items", $"CREATE TABLE items ({string.Join(", ", LedgerItem.Columns.Select(Column))}, posted INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (batch, row)) STRICT"),
        ("actions", "CREATE TABLE actions (number INTEGER PRIMARY KEY, action TEXT NOT NULL, batch INTEGER NOT NULL, person TEXT NOT NULL, person_key TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL, content TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT"),
        ("one_action_of_a_kind", "CREATE UNIQUE INDEX one_action_of_a_kind ON actions (batch, action)"),
        ("award_once", "CREATE UNIQUE INDEX award_once ON items (award_key, generation, seq) WHERE posted > 0"),
        ("claims", "CREATE INDEX claims ON items (claim)"),
        ("paid_twice_insert", Refuse("paid_twice_insert", "INSERT ON items", $"NEW.posted > 0 AND NEW.kind = 'pay' AND {AlreadyPaid}", PaidTwice)),
        ("paid_twice_update", Refuse("paid_twice_update", "UPDATE OF posted ON items", $"NEW.posted > 0 AND NEW.kind = 'pay' AND {AlreadyPaid}", PaidTwice)),
        ("overdrawn_insert", Refuse("overdrawn_insert", "INSERT ON items", $"NEW.posted > 0 AND NEW.fen < 0 AND {Overdrawn}", "more than was paid")),
        ("overdrawn_update", Refuse("overdrawn_update", "UPDATE OF posted ON items", $"NEW.posted > 0 AND NEW.fen < 0 AND {Overdrawn}", "more than was paid")),
        ("run_twice", Refuse("run_twice", "UPDATE OF posted ON batches",
            """
            NEW.posted > 0 AND NEW.run <> '' AND EXISTS (SELECT 1 FROM batches b JOIN items i ON i.batch = b.number WHERE b.run = NEW.run AND b.posted > 0 AND b.number <> NEW.number
              AND NOT EXISTS (SELECT 1 FROM items c WHERE c.award_key = i.award_key AND c.generation = i.generation AND c.closes = 1 AND c.posted > 0))
            """, RunTwice)),
        ("two_persons", Refuse("two_persons", "INSERT ON actions",
            "NEW.action = 'post' AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.batch = NEW.batch AND a.action = 'approve' AND a.person_key <> NEW.person_key)", SamePerson)),
    ];


    private static string Column(string name) => $"{name} {(Numbers.Contains(name) ? "INTEGER" : "TEXT")} NOT NULL";

    private static string Refuse(string name, string when, string condition, string words) =>
        $"CREATE TRIGGER {name} BEFORE {when} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{words}'); END";
}

namespace Incentives.Core.Ledger;

/// <summary>One award that was paid: its payment and all that became of it.</summary>
/// <param name="payment">The row that paid it first.</param>
internal sealed class PaidAward(LedgerItem payment)
{
    /// <summary>The row that paid it first.</summary>
    public LedgerItem Payment { get; } = payment;

    /// <summary>The row that says last what it is: the payment, or the latest difference.</summary>
    public LedgerItem Latest { get; private set; } = payment;

    /// <summary>Rows of it so far; the number of the next one.</summary>
    public long Count { get; private set; }

    /// <summary>Fen paid, corrections and differences included, money back aside.</summary>
    public long Gross { get; private set; }

    /// <summary>Fen the recipient still has of it.</summary>
    public long Net { get; private set; }

    /// <summary>Whether a correction removed it, so that it counts as never paid.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Takes the next row of it.</summary>
    public void Take(LedgerItem item)
    {
        Count++;
        Net = checked(Net + item.Fen);
        if (item.Kind != ItemKind.Clawback) Gross = checked(Gross + item.Fen);
        if (item.Kind == ItemKind.Adjust) Latest = item;
        IsRemoved |= item.Closes != 0;
    }

    /// <summary>A row that changes it by so many fen.</summary>
    public LedgerItem Change(string kind, long fen, LedgerItem facts) => facts with
    {
        Kind = kind,
        AwardKey = Payment.AwardKey,
        Claim = Payment.Claim,
        Generation = Payment.Generation,
        Seq = Count,
        OfBatch = Payment.Batch,
        OfRow = Payment.Row,
        Fen = fen,
        Closes = kind == ItemKind.Correction && Net + fen == 0 ? 1 : 0,
    };

    /// <summary>The row that removes it wholly.</summary>
    public LedgerItem Remove() => Change(ItemKind.Correction, -Net, Latest);
}

/// <summary>All awards that were paid, from the posted rows in posting order.</summary>
internal sealed class AwardBook
{
    private readonly Dictionary<(string, long), PaidAward> _byKey = [];
    private readonly Dictionary<string, List<PaidAward>> _byClaim = [];
    private readonly Dictionary<string, long> _removed = [];
    private readonly List<PaidAward> _all = [];

    /// <summary>A book of posted rows.</summary>
    public AwardBook(IEnumerable<LedgerItem> posted)
    {
        foreach (LedgerItem item in posted) Take(item);
    }

    /// <summary>All awards in posting order of their payments, removed ones included.</summary>
    public IReadOnlyList<PaidAward> All => _all;

    /// <summary>The award a row belongs to; null when there is none.</summary>
    public PaidAward? Of(LedgerItem item) => _byKey.GetValueOrDefault((item.AwardKey, item.Generation));

    /// <summary>The award already paid that a claim would pay again; null when there is none.</summary>
    public PaidAward? PaidFor(LedgerItem claim) =>
        _byClaim.GetValueOrDefault(claim.Claim)?.Find(a => !a.IsRemoved && IsSame(a.Payment, claim));

    /// <summary>How often an award was removed by corrections.</summary>
    public long Generation(string awardKey) => _removed.GetValueOrDefault(awardKey);

    /// <summary>Takes a row; one that pays begins an award.</summary>
    public void Take(LedgerItem item)
    {
        if (!_byKey.TryGetValue((item.AwardKey, item.Generation), out PaidAward? award))
        {
            _byKey[(item.AwardKey, item.Generation)] = award = new PaidAward(item);
            _all.Add(award);
            if (!_byClaim.TryGetValue(item.Claim, out List<PaidAward>? awards)) _byClaim[item.Claim] = awards = [];
            awards.Add(award);
        }

        award.Take(item);
        if (item.Closes != 0) _removed[item.AwardKey] = _removed.GetValueOrDefault(item.AwardKey) + 1;
    }

    // The same recipient: the same code; or, where one of the two has no code, the same name.
    private static bool IsSame(LedgerItem a, LedgerItem b) =>
        a.Code.Length > 0 && b.Code.Length > 0 ? a.Code == b.Code : a.NameKey == b.NameKey;
}

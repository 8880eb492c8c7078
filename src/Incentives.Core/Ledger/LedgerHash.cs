using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Incentives.Core.Ledger;

/// <summary>
/// The ledger's hashes: SHA-256, in lower-case hexadecimal, over texts written one after another as netstrings (length in bytes, a
/// colon, the UTF-8 bytes, a comma), so that no two lists of texts are written alike.
/// </summary>
internal static class LedgerHash
{
    /// <summary>The hash of a list of texts.</summary>
    public static string Of(params IEnumerable<string> texts)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            hash.AppendData(bytes);
            hash.AppendData(","u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What of an award must not be paid twice, leaving aside to whom.</summary>
    public static string Claim(LedgerItem item) =>
        Of(item.AwardName, item.SubjectKey, item.Scheme, item.Clause, item.Day.ToString(CultureInfo.InvariantCulture), item.Occurrence.ToString(CultureInfo.InvariantCulture));

    /// <summary>What must not be paid twice. A recipient is its code where it has one, else its name.</summary>
    public static string Award(LedgerItem item) => Of(item.Code.Length > 0 ? "#" + item.Code : item.NameKey, item.Claim);

    /// <summary>The hash of a row.</summary>
    public static string Item(LedgerItem item) => Of(item.Fields());

    /// <summary>The hash of a batch and all its rows, in order.</summary>
    public static string Batch(LedgerBatch batch, IEnumerable<LedgerItem> items) => Of([.. batch.Fields(), .. items.Select(i => i.Hash)]);

    /// <summary>The hash of an action, which holds that of the action before it.</summary>
    public static string Action(LedgerAction action) => Of(action.Fields());
}

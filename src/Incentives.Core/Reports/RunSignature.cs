using System.Security.Cryptography;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Reports;

/// <summary>Who answers for a run: a signature of <c>run.json</c>, which holds the hash of everything else. ECDSA over P-256 with SHA-256, in the form <c>openssl dgst</c> reads and writes.</summary>
internal sealed class RunSignature : IDisposable
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const DSASignatureFormat Format = DSASignatureFormat.Rfc3279DerSequence;

    private readonly ECDsa _key;

    private RunSignature(ECDsa key) => _key = key;

    /// <summary>Reads a key from a PEM file; null after reporting why it cannot be used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isPrivate">Whether it must be able to sign.</param>
    /// <param name="bag">Where mistakes go.</param>
    public static RunSignature? Read(string path, bool isPrivate, DiagnosticBag bag)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            string pem = File.ReadAllText(path);
            key.ImportFromPem(pem);
            ECParameters parameters = key.ExportParameters(includePrivateParameters: isPrivate);
            CryptographicOperations.ZeroMemory(parameters.D);
            if (parameters.Curve.Oid.Value == P256 || parameters.Curve.Oid.FriendlyName is "nistP256" or "ECDSA_P256") return new RunSignature(key);
            bag.Add(AuditMessages.KeyUnusable(path, isPrivate));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(AuditMessages.KeyMissing(path));
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            bag.Add(AuditMessages.KeyUnusable(path, isPrivate));
        }

        key.Dispose();
        return null;
    }

    /// <summary>The signature of some bytes.</summary>
    public byte[] Sign(byte[] content) => _key.SignData(content, HashAlgorithmName.SHA256, Format);

    /// <summary>Whether a signature is this key's over these bytes.</summary>
    public bool Fits(byte[] content, byte[] signature) => _key.VerifyData(content, signature, HashAlgorithmName.SHA256, Format);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}

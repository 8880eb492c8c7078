using System.Security.Cryptography;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Audit;

/// <summary>Signed runs: what <c>--sign</c> writes, what <c>--key</c> demands.</summary>
public sealed class SignatureTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _private, _public, _run;

    public SignatureTests()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _private = _folder.Write("key.pem", key.ExportECPrivateKeyPem());
        _public = _folder.Write("pub.pem", key.ExportSubjectPublicKeyInfoPem());
        _run = Calculate("run", "--sign", _private);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_signed_run_is_right()
    {
        CommandLine.English("verify", _run, "--key", _public).Should().Be(new CommandResult(0, "Everything agrees.\n", ""));
        using ECDsa key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(_public));
        key.VerifyData(File.ReadAllBytes(Path.Combine(_run, "run.json")), File.ReadAllBytes(Path.Combine(_run, "run.json.sig")), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence).Should().BeTrue();
    }

    [Fact]
    public void Without_a_key_the_signature_is_only_mentioned()
    {
        CommandResult result = CommandLine.English("verify", _run);
        result.Exit.Should().Be(0);
        result.Error.Should().Contain("INC6049");
    }

    [Fact]
    public void A_run_that_should_be_signed_and_is_not_fails() => Fails(Calculate("unsigned"), "INC6047");

    [Fact]
    public void A_signature_taken_away_fails()
    {
        File.Delete(Path.Combine(_run, "run.json.sig"));
        Fails(_run, "INC6047");
    }

    [Fact]
    public void An_altered_record_fails()
    {
        SampleRun.Edit(_run, "run.json", l => l[1] += " ");
        Fails(_run, "INC6048");
    }

    [Fact]
    public void Another_runs_signature_fails()
    {
        string other = Calculate("other", "--sign", _private, "--reading", "hunan-laozihao=tier-5");
        File.Copy(Path.Combine(other, "run.json.sig"), Path.Combine(_run, "run.json.sig"), overwrite: true);
        Fails(_run, "INC6048");
    }

    [Fact]
    public void Somebody_elses_key_fails()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(_public, other.ExportSubjectPublicKeyInfoPem());
        Fails(_run, "INC6048");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("0\u0006\u0002\u0001\u0001\u0002\u0001\u0001")]
    public void A_signature_that_is_none_fails(string signature)
    {
        File.WriteAllText(Path.Combine(_run, "run.json.sig"), signature);
        Fails(_run, "INC6048");
    }

    [Fact]
    public void A_rerun_without_signing_leaves_no_signature_behind()
    {
        Calculate("run");
        File.Exists(Path.Combine(_run, "run.json.sig")).Should().BeFalse();
    }

    [Fact]
    public void A_key_in_the_newer_form_signs_too()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string pem = _folder.Write("pkcs8.pem", key.ExportPkcs8PrivateKeyPem());
        string pub = _folder.Write("pkcs8-pub.pem", key.ExportSubjectPublicKeyInfoPem());
        CommandLine.English("verify", Calculate("newer", "--sign", pem), "--key", pub).Exit.Should().Be(0);
    }

    public static TheoryData<string> Unusable => ["missing.pem", "text.pem", "public.pem", "p384.pem", "rsa.pem", "locked.pem"];

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_key_that_cannot_sign_is_refused_and_nothing_is_written(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256), wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using RSA rsa = RSA.Create(2048);
        string? text = name switch
        {
            "text.pem" => "not a key",
            "public.pem" => key.ExportSubjectPublicKeyInfoPem(),
            "p384.pem" => wide.ExportECPrivateKeyPem(),
            "rsa.pem" => rsa.ExportRSAPrivateKeyPem(),
            "locked.pem" => key.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000)),
            _ => null,
        };
        if (text is not null) _folder.Write(name, text);
        CommandResult result = CommandLine.English("calculate", Repository.Path("samples/zhuzhou-2024.csv"), "--rules", Repository.Path(Calculation.Zhuzhou), "--out", _folder["refused"], "--sign", _folder[name]);
        result.Exit.Should().Be(2);
        result.Error.Should().Contain(text is null ? "INC6045" : "INC6046");
        Directory.Exists(_folder["refused"]).Should().BeFalse();
    }

    private string Calculate(string name, params string[] more) => Calculation.RunInto(_folder[name], Repository.Path("samples/zhuzhou-2024.csv"), Calculation.Zhuzhou, more).Folder;

    private void Fails(string run, string code)
    {
        CommandResult result = CommandLine.English("verify", run, "--key", _public);
        result.Exit.Should().Be(1);
        result.Output.Should().Contain(code);
    }
}

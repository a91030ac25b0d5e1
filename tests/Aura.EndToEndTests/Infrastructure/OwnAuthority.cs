using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>
/// A certificate authority for this machine only. A process that is pointed to its file trusts the stub like any other
/// server, so that certificates are really checked and nothing has to be switched off.
/// </summary>
internal sealed class OwnAuthority : IDisposable
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-ca-");
    private readonly X509Certificate2 _own;

    private readonly DateTimeOffset _now;

    public OwnAuthority(TimeProvider time)
    {
        _now = time.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Aura test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _own = request.CreateSelfSigned(_now - Valid, _now + Valid);
        File.WriteAllText(CertificateFile, _own.ExportCertificatePem());
    }

    /// <summary>What OpenSSL reads from <c>SSL_CERT_FILE</c>.</summary>
    public string CertificateFile => Path.Combine(_folder.FullName, "authority.pem");

    /// <summary>A server certificate for 127.0.0.1.</summary>
    /// <param name="vouched">Whether this authority signs it; otherwise it signs itself.</param>
    public X509Certificate2 Issue(bool vouched)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var (from, to) = (_now.AddDays(-1), _now.AddDays(1));
        if (!vouched)
            return request.CreateSelfSigned(from, to);

        using var signed = request.Create(_own, from, to, RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        _own.Dispose();
        _folder.Delete(recursive: true);
    }
}

using System.Security.Cryptography.X509Certificates;

namespace Aura.VendorStub;

/// <summary>What the stub shows who it is with.</summary>
/// <param name="Trusted">One that the asking side has reasons to trust; the test sees to that.</param>
/// <param name="Foreign">One that nobody vouches for.</param>
public sealed record StubCertificates(X509Certificate2 Trusted, X509Certificate2 Foreign);

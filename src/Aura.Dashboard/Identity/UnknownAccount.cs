using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>
/// Spends the time of one password check where there is nothing to check, so that the time of a refusal does not tell
/// which accounts exist.
/// </summary>
internal sealed class UnknownAccount
{
    private readonly AuraUser _nobody = new();
    private string? _hash;

    public void Check(IPasswordHasher<AuraUser> hasher, string password) =>
        hasher.VerifyHashedPassword(
            _nobody,
            LazyInitializer.EnsureInitialized(ref _hash, () => hasher.HashPassword(_nobody, "nobody's password")),
            password);
}

namespace Aura.Dashboard.Identity;

/// <summary>
/// The account in whose name <c>trip</c> acts while no page answers. It has no password, so that nobody signs in to it;
/// what proves the verb's right is a credential of its own, of which only the salted hash is kept.
/// </summary>
internal static class TripAccount
{
    /// <summary>Below a domain that RFC 2606 gives to nobody: no person can own the address.</summary>
    public const string Email = "trip-verb@aura.invalid";

    /// <summary>The environment variable of the credential, for the dashboard that sets it up and the verb alike.</summary>
    public const string CredentialKey = "AURA_TRIP_CREDENTIAL";

    /// <summary>Fewest characters of a credential.</summary>
    public const int ShortestCredential = 20;

    // Where Identity keeps the hash: a row of the account beside its password, not in its place.
    internal const string Provider = "Aura";
    internal const string Name = "TripCredential";

    /// <summary>Whether an address is this account's, however it is written.</summary>
    public static bool Is(string? email) => string.Equals(email?.Trim(), Email, StringComparison.OrdinalIgnoreCase);
}

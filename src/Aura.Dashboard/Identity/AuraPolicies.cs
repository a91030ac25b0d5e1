namespace Aura.Dashboard.Identity;

/// <summary>
/// Named policies for endpoints. Being signed in is the fallback of every endpoint and needs no name; what a person may
/// do to a breaker is decided by the engine.
/// </summary>
internal static class AuraPolicies
{
    /// <summary>Administrators only: users, settings, the job dashboard.</summary>
    public const string Administration = "Aura.Administration";

    /// <summary>Those who prove to others what happened: compliance officers and auditors.</summary>
    public const string Export = "Aura.Export";
}

namespace Aura.Dashboard.Identity;

/// <summary>
/// The accounts whose password everybody knows. They exist only where nobody but this machine can reach the host and
/// no real price is at stake; <see cref="Enabled"/> is decided before the host starts.
/// </summary>
internal sealed record DemoAccounts(bool Enabled)
{
    public const string Password = "Aura-demo-1";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new("compliance@aura.demo", AuraRoles.Compliance),
        new("operator@aura.demo", AuraRoles.Operator),
        new("auditor@aura.demo", AuraRoles.Auditor),
        new("admin@aura.demo", AuraRoles.Administrator),
    ];
}

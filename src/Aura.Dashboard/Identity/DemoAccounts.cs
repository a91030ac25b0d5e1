namespace Aura.Dashboard.Identity;

/// <summary>
/// The accounts that a demonstration offers. They are enabled only where nobody else can reach them: in Development, on
/// loopback, without a real vendor. That is decided once, before the host starts.
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

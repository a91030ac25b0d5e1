namespace Aura.Dashboard.Identity;

/// <summary>The four roles of the specification. What each may do is decided in the engine, never by hiding a button.</summary>
internal static class AuraRoles
{
    public const string Compliance = "Compliance";
    public const string Operator = "Operator";
    public const string Auditor = "Auditor";
    public const string Administrator = "Administrator";

    public static readonly IReadOnlyList<string> All = [Compliance, Operator, Auditor, Administrator];
}

namespace Aura.Dashboard.Identity;

/// <summary>One account of a demonstration; all share <see cref="DemoAccounts.Password"/>.</summary>
internal sealed record DemoAccount(string Email, string Role);

namespace Aura.Dashboard.Identity;

/// <summary>One account of the demonstration, with the one role it shows.</summary>
internal sealed record DemoAccount(string Email, string Role);

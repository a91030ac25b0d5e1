namespace Aura.Dashboard.Components.Pages;

/// <summary>What a person types to sign in. Mutable because a form is.</summary>
public sealed class LoginForm
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";
}

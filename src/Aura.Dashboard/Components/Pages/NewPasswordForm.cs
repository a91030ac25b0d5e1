namespace Aura.Dashboard.Components.Pages;

/// <summary>What a person types to choose a password. Mutable because a form is.</summary>
public sealed class NewPasswordForm
{
    public string Password { get; set; } = "";

    public string Again { get; set; } = "";
}

using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Components.Pages;

/// <summary>Signing in: plain HTML posting to itself, because a cookie can only be set by a response.</summary>
public sealed partial class Login
{
    private string? _problem;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    internal SignInManager<AuraUser> SignIn { get; init; } = default!;

    [Inject]
    internal DemoAccounts Demo { get; init; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "login")]
    public LoginForm? Input { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new LoginForm();
        var state = await Authentication;
        if (state.User.Identity?.IsAuthenticated == true)
            Navigation.NavigateTo(LocalUrl.OrRoot(ReturnUrl));
    }

    private async Task SignInAsync()
    {
        if (Input is not { Email.Length: > 0, Password.Length: > 0 } input)
        {
            _problem = T("Enter your e-mail and your password.");
            return;
        }

        // Nobody signs in as the verb, and nobody at this door may use up its attempts.
        var result = TripAccount.Is(input.Email)
            ? SignInResult.Failed
            : await SignIn.PasswordSignInAsync(
                input.Email.Trim(), input.Password, isPersistent: false, lockoutOnFailure: true);
        // The answer is a document: what was typed must not be written into it.
        input.Password = "";
        if (result.Succeeded)
            Navigation.NavigateTo(LocalUrl.OrRoot(ReturnUrl));
        else if (result.IsLockedOut)
            _problem = T("Too many attempts: this account is locked for a few minutes.");
        else
            // One sentence for every reason: it must not tell whether the account exists.
            _problem = T("E-mail or password is wrong.");
    }
}

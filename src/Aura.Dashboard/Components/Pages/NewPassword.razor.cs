using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Components.Pages;

/// <summary>
/// Replaces a password that somebody else chose. Only that: whoever has their own already would have to prove it first,
/// or an unattended page would be enough to take over an account.
/// </summary>
public sealed partial class NewPassword
{
    private IReadOnlyList<string> _problems = [];
    private string _rules = "";
    private string? _name;
    private AuraUser? _user;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    internal SignInManager<AuraUser> SignIn { get; init; } = default!;

    [Inject]
    internal PasswordChange Passwords { get; init; } = default!;

    [Inject]
    internal IOptions<IdentityOptions> Accounts { get; init; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "new-password")]
    public NewPasswordForm? Input { get; set; }

    private string? IsInvalid => _problems.Count > 0 ? "true" : null;

    private string DescribedBy => _problems.Count > 0 ? "new-password-problem new-password-rules" : "new-password-rules";

    protected override async Task OnInitializedAsync()
    {
        Input ??= new NewPasswordForm();
        _rules = PasswordRules.Describe(Accounts.Value.Password);
        var state = await Authentication;
        _user = await SignIn.UserManager.GetUserAsync(state.User);
        _name = _user?.UserName;
        if (_user is not { MustChangePassword: true })
            Navigation.NavigateTo(LocalUrl.OrRoot(ReturnUrl));
    }

    private async Task ChangeAsync()
    {
        if (_user is not { MustChangePassword: true } user || Input is not { } input)
            return;

        _problems = await FindProblemsAsync(user, input);
        if (_problems.Count > 0)
        {
            // The answer is a document: what was typed must not be written into it.
            Input = new NewPasswordForm();
            return;
        }

        // The present cookie carries the old stamp and would be refused at the next look.
        await SignIn.RefreshSignInAsync(user);
        Navigation.NavigateTo(LocalUrl.OrRoot(ReturnUrl));
    }

    private async Task<IReadOnlyList<string>> FindProblemsAsync(AuraUser user, NewPasswordForm input) =>
        input.Password.Length == 0 ? [T("Enter a new password.")]
        : !string.Equals(input.Password, input.Again, StringComparison.Ordinal) ? [T("The two entries differ.")]
        : await Passwords.TryAsync(user, input.Password);
}

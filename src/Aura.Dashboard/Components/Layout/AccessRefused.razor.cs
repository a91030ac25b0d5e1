using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Aura.Dashboard.Components.Layout;

/// <summary>Sends a stranger to sign in; tells a known person that this room is not theirs.</summary>
public sealed partial class AccessRefused
{
    private bool _signedIn;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var state = await Authentication;
        _signedIn = state.User.Identity?.IsAuthenticated == true;
        if (_signedIn)
            return;

        string returnUrl = "/" + Navigation.ToBaseRelativePath(Navigation.Uri);
        // A full load: the login page lives outside the circuit.
        Navigation.NavigateTo($"/login?returnUrl={Uri.EscapeDataString(returnUrl)}", forceLoad: true);
    }
}

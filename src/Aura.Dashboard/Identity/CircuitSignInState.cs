using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Aura.Dashboard.Identity;

/// <summary>
/// A circuit outlives the request that opened it, so its sign-in is checked again every 30 seconds. Changed roles
/// reach the open page; an ended sign-in, or a check that failed, signs the circuit out.
/// </summary>
internal sealed class CircuitSignInState(SignInRecheck recheck, ILoggerFactory loggers)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval { get; } = TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var current = await recheck.RecheckAsync(authenticationState.User, cancellationToken);
        // Announcing a new state ends this loop and starts the next one on the new principal.
        if (current is not null && !ReferenceEquals(current, authenticationState.User))
            SetAuthenticationState(Task.FromResult(new AuthenticationState(current)));

        return current is not null;
    }
}

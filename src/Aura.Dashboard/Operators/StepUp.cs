using System.Security.Claims;
using Aura.Dashboard.Identity;
using Aura.Engine.Rounds;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Operators;

/// <summary>
/// Whether who commands is still who signed in: an unlocked screen must not be enough to let prices out again. Halting
/// asks for less, because it must never wait for a forgotten password; answering incidents asks for nothing more. Approving
/// thresholds can let prices out too.
/// </summary>
internal sealed class StepUp(IOptions<OperatorsOptions> options, PasswordAgain passwords, TimeProvider time)
{
    /// <summary>How fresh a sign-in must be for a trip.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(15);

    /// <summary>Whether a command of this person needs the password beside it.</summary>
    public bool NeedsPassword(CommandKind kind, ClaimsPrincipal person) =>
        options.Value.StepUp && (kind is CommandKind.ApproveThresholds || !CommandDecision.ChangesNoBreaker(kind)) && !(kind is CommandKind.Trip && IsFresh(person));

    /// <summary>Whether a command is proved; a wrong password counts towards the lock of the account.</summary>
    public async Task<bool> IsProvedAsync(CommandKind kind, ClaimsPrincipal person, string? password) =>
        !NeedsPassword(kind, person) || (password is { Length: > 0 } && await passwords.IsRightAsync(person, password));

    private bool IsFresh(ClaimsPrincipal person) =>
        AuraClaims.SignedInAt(person) is { } at && time.GetUtcNow() - at <= Freshness;
}

namespace Aura.Dashboard.Api;

/// <summary>One cause at one breaker: in how many rounds it was active, and how often it became active anew.</summary>
internal sealed record CauseTrialView(
    string Scope, string Cause, string ModeNow, string ModeProposed, int RoundsNow, int RoundsProposed, int OpeningsNow,
    int OpeningsProposed);

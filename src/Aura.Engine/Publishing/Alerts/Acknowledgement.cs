namespace Aura.Engine.Publishing.Alerts;

/// <summary>Somebody has seen an incident and takes it on, for a time.</summary>
/// <param name="CommandId">The command that said so.</param>
/// <param name="ActorId">The opaque id of the account.</param>
/// <param name="Comment">What the person means to do.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ExpiresAt">From here on it counts no more, UTC.</param>
public sealed record Acknowledgement(
    Guid CommandId, string ActorId, string Comment, DateTimeOffset At, DateTimeOffset ExpiresAt);

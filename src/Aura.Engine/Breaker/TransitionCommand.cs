namespace Aura.Engine.Breaker;

/// <summary>The command behind a manual transition.</summary>
/// <param name="CommandId">The id made by the client.</param>
/// <param name="ActorId">The opaque id of the person; names live apart from the ledger.</param>
/// <param name="ReasonCode">The kind of reason.</param>
/// <param name="Reason">The person's words.</param>
public sealed record TransitionCommand(Guid CommandId, string ActorId, ReasonCode ReasonCode, string Reason);

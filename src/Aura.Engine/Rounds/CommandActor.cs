using System.Collections.Immutable;

namespace Aura.Engine.Rounds;

/// <summary>Who submits a command, as read from the database at submission.</summary>
/// <param name="Id">The opaque id of the account; names live apart from the ledger.</param>
/// <param name="Roles">The roles held at that moment, sorted.</param>
public sealed record CommandActor(string Id, ImmutableArray<ActorRole> Roles);

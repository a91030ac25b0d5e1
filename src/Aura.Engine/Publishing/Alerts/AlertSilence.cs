using Aura.Engine.Canon;

namespace Aura.Engine.Publishing.Alerts;

/// <summary>Incidents of one kind at one breaker that are expected for a time: they are kept, but call nobody.</summary>
/// <param name="CommandId">The command that made it, which names it.</param>
/// <param name="Scope">Where.</param>
/// <param name="Kind">What; never a breaker that tripped.</param>
/// <param name="ActorId">The opaque id of the account.</param>
/// <param name="Comment">Why.</param>
/// <param name="At">From when on, UTC.</param>
/// <param name="Until">Until when, UTC.</param>
public sealed record AlertSilence(
    Guid CommandId, Scope Scope, AlertKind Kind, string ActorId, string Comment, DateTimeOffset At, DateTimeOffset Until);

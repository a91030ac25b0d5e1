using System.Collections.Immutable;

namespace Aura.Engine.Tests.Incidents;

/// <summary>What comes of an incident.</summary>
/// <param name="WrongPublished">Rounds in which a wrong price went out.</param>
/// <param name="RightWithheld">Rounds in which a price that was right did not.</param>
/// <param name="ShadowTrips">How often its guards were counted without opening anything.</param>
/// <param name="Rows">Round by round.</param>
internal sealed record IncidentTimeline(
    int WrongPublished, int RightWithheld, int ShadowTrips, ImmutableArray<IncidentRow> Rows);

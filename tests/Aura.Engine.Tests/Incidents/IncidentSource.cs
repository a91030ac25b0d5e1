namespace Aura.Engine.Tests.Incidents;

/// <summary>Somebody who states a price in an incident.</summary>
/// <param name="Id">The name in the file.</param>
/// <param name="Vendor">Whose shape its bodies have.</param>
/// <param name="StaleAfterMinutes">The greatest age of its quotes.</param>
internal sealed record IncidentSource(string Id, string Vendor, int StaleAfterMinutes);

using Aura.EndToEndTests.Infrastructure;

[assembly: AssemblyFixture(typeof(HastyDashboard))]

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>One dashboard whose incidents want an answer within seconds: nobody waits a quarter of an hour for a test.</summary>
public sealed class HastyDashboard() : SharedDashboard(
    ("Market__Scenario", "extreme-gold"), ("Alerts__AcknowledgedFor", "00:00:04"), ("Alerts__EscalateAfter", "00:00:03"));

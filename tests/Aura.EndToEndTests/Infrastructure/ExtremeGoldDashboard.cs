using Aura.EndToEndTests.Infrastructure;

[assembly: AssemblyFixture(typeof(ExtremeGoldDashboard))]

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>One dashboard with a halted asset, for tests that only look.</summary>
public sealed class ExtremeGoldDashboard() : SharedDashboard(("Market__Scenario", "extreme-gold"));

using Aura.EndToEndTests.Infrastructure;

[assembly: AssemblyFixture(typeof(CalmDashboard))]

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>
/// One calm dashboard for tests that do not stand in each other's way: at most one of them trips a given breaker, and
/// whoever trips GOLD leaves it Closed.
/// </summary>
public sealed class CalmDashboard() : SharedDashboard();

using Aura.EndToEndTests.Infrastructure;

[assembly: AssemblyFixture(typeof(TwoPersonDashboard))]

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>One dashboard where a reset needs two people.</summary>
public sealed class TwoPersonDashboard() : SharedDashboard(("Breaker__ApprovalsRequired", "2"));

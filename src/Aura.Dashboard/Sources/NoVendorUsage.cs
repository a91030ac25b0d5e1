using Aura.Dashboard.Queries;

namespace Aura.Dashboard.Sources;

/// <summary>Played vendors allow everything: there is no allowance to show.</summary>
internal sealed class NoVendorUsage : IVendorUsage
{
    public IReadOnlyList<VendorUse> Read() => [];
}

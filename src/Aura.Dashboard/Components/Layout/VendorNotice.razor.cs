using Aura.Dashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Layout;

/// <summary>Says on every page which vendors are left alone. Spoken once, when the words come.</summary>
public sealed partial class VendorNotice
{
    [Inject]
    internal IVendorUsage Usage { get; init; } = default!;

    private string Suspended() => string.Join(", ", Usage.Read()
        .Where(use => use.Breaker is not VendorBreaker.Closed).Select(use => use.Vendor).Distinct(StringComparer.Ordinal));
}

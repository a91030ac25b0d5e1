using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>Where prices come from: what every vendor still allows, and what its last answers were.</summary>
public sealed partial class Vendors
{
    [Inject]
    public required RuleSet Rules { get; init; }

    [Inject]
    public required ISourceLatency Latency { get; init; }

    [Inject]
    internal IVendorUsage Usage { get; init; } = default!;

    private protected override VendorsView Read(LiveSnapshot snapshot) => new(snapshot.Latest, snapshot.Agreed);

    private protected override bool IsEmpty(VendorsView view) => view.Latest is null;
}

using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Every configured source of an asset: what the nodes made of it, and how its price came about.</summary>
public sealed partial class SourceTable
{
    [Parameter]
    [EditorRequired]
    public required ImmutableArray<SourceReport> Sources { get; set; }

    [Parameter]
    [EditorRequired]
    public required int Nodes { get; set; }

    [Parameter]
    [EditorRequired]
    public required int VotesNeeded { get; set; }

    /// <summary>The market's clock, by which sources age.</summary>
    [Parameter]
    [EditorRequired]
    public required DateTimeOffset MarketTime { get; set; }

    /// <summary>How long the sources take; not said without it.</summary>
    [Parameter]
    public ISourceLatency? Latency { get; set; }

    /// <summary>What was agreed on before; not said without it.</summary>
    [Parameter]
    public ImmutableDictionary<SourceId, LastAgreed> Agreed { get; set; } = ImmutableDictionary<SourceId, LastAgreed>.Empty;

    [CascadingParameter]
    public DeskZone? Zone { get; set; }

    private DeskZone TimeZone => Zone ?? DeskZone.Utc;

    private TimeSpan AgeOf(DateTimeOffset sourceTime) => MarketTime > sourceTime ? MarketTime - sourceTime : TimeSpan.Zero;

    /// <summary>What the source states, and how it became the price above.</summary>
    private static IEnumerable<string> FormulaOf(SourceReport source)
    {
        string unit = Figures.ShortUnitOf(source.RawUnit);
        if (source.RawPrice is not { } raw)
            return [T("no quote")];
        if (source.OuncesPerShare is { } ounces)
            return [$"= {Figures.Exact(raw)} {unit}", T("÷ {0} oz/share", Figures.Short(ounces))];
        return source.Price == raw ? [T("{0}, as stated", unit)] : [T("stated {0} {1}", Figures.Exact(raw), unit)];
    }
}

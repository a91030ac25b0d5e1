using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What every node said about every source, and whether it agrees with the others.</summary>
public sealed partial class VoteMatrix
{
    [Parameter]
    [EditorRequired]
    public required RoundTally Tally { get; set; }

    /// <summary>The rule set that the round was decided under.</summary>
    [Parameter]
    [EditorRequired]
    public required RuleSet Rules { get; set; }

    private IEnumerable<NodeId> Nodes => Rules.Nodes.Nodes.Select(key => key.Node);

    private List<DroppedObservation> DropsOf(NodeId node) => [.. Tally.Dropped.Where(dropped => dropped.Node == node)];

    private List<SourceTally> TalliesOf(AssetSymbol asset)
    {
        var sources = Rules.Market.Sources.Where(source => source.Asset == asset).Select(source => source.Id).ToHashSet();
        return [.. Tally.Sources.Where(tally => sources.Contains(tally.Source))];
    }
}

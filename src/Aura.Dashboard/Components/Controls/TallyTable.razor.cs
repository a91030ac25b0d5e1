using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Consensus;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The count behind every source of a round, as the first design draws it.</summary>
public sealed partial class TallyTable
{
    [Parameter]
    [EditorRequired]
    public required RoundTally Tally { get; set; }

    [Parameter]
    [EditorRequired]
    public required Quorum Quorum { get; set; }

    private decimal PercentOf(VoteGroup group) => decimal.Round(100m * group.Nodes.Length / Quorum.Nodes, 1);

    private static (string Word, Tone Tone, string Icon) LookOf(SourceTally tally, VoteGroup group) =>
        group == tally.Winner ? (T("yes"), Tone.Good, Icons.Material.Outlined.Check)
        : group == tally.CommonFailure ? (T("yes: the source fails"), Tone.Warning, Icons.Material.Outlined.Block)
        : (T("no"), tally.Winner is null ? Tone.High : Tone.Neutral, Icons.Material.Outlined.Close);
}

using System.Diagnostics;
using Aura.Engine.MasterLogic;
using MudBlazor;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>How a tier looks everywhere. Word and icon differ between any two, so that no one depends on colour.</summary>
internal sealed record TierLook(string Word, Tone Tone, string Icon)
{
    public static TierLook Of(Tier tier) => tier switch
    {
        Tier.Normal => new(nameof(Tier.Normal), Tone.Good, Icons.Material.Outlined.CheckCircle),
        Tier.Elevated => new(nameof(Tier.Elevated), Tone.Warning, Icons.Material.Outlined.TrendingUp),
        Tier.High => new(nameof(Tier.High), Tone.High, Icons.Material.Outlined.WarningAmber),
        Tier.Extreme => new(nameof(Tier.Extreme), Tone.Danger, Icons.Material.Outlined.Report),
        _ => throw new UnreachableException(),
    };
}

using System.Diagnostics;
using Aura.Engine.MasterLogic;
using MudBlazor;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>How the quality of a price looks everywhere.</summary>
internal sealed record QualityLook(string Word, Tone Tone, string Icon)
{
    public static QualityLook Of(Quality quality) => quality switch
    {
        Quality.Good => new(nameof(Quality.Good), Tone.Good, Icons.Material.Outlined.Verified),
        Quality.Degraded => new(nameof(Quality.Degraded), Tone.Warning, Icons.Material.Outlined.TrendingDown),
        Quality.SingleSource => new(nameof(Quality.SingleSource), Tone.High, Icons.Material.Outlined.LooksOne),
        Quality.NoDecision => new(nameof(Quality.NoDecision), Tone.Danger, Icons.Material.Outlined.HelpOutline),
        _ => throw new UnreachableException(),
    };
}

using System.Diagnostics;
using Aura.Engine.MasterLogic.Measures;
using MudBlazor;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>How the verdict on a value at risk looks. It is never recorded, so it speaks the reader's language.</summary>
internal sealed record CoverageLook(string Word, Tone Tone, string Icon)
{
    public static CoverageLook Of(CoverageVerdict verdict) => verdict switch
    {
        CoverageVerdict.TooShort => new(T("Too short to say"), Tone.Neutral, Icons.Material.Outlined.HelpOutline),
        CoverageVerdict.Holds => new(T("Model holds"), Tone.Good, Icons.Material.Outlined.Verified),
        CoverageVerdict.TooMany => new(T("Too many exceedances"), Tone.High, Icons.Material.Outlined.TrendingUp),
        CoverageVerdict.TooFew => new(T("Too few exceedances"), Tone.Notice, Icons.Material.Outlined.TrendingDown),
        _ => throw new UnreachableException(),
    };
}

using System.Diagnostics;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>The names under which the style sheet knows the tones (<c>--aura-good</c>, <c>aura-tone-good</c>).</summary>
internal static class ToneNames
{
    public static string CssName(this Tone tone) => tone switch
    {
        Tone.Neutral => "neutral",
        Tone.Good => "good",
        Tone.Notice => "notice",
        Tone.Warning => "warning",
        Tone.High => "high",
        Tone.Danger => "danger",
        _ => throw new UnreachableException(),
    };
}

using System.Diagnostics;
using Aura.Engine.Breaker;
using MudBlazor;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>How a breaker's state looks everywhere. <paramref name="Meaning"/> is what it means for prices.</summary>
internal sealed record BreakerLook(string Word, Tone Tone, string Icon, string Meaning)
{
    public static BreakerLook Of(BreakerState state) => state switch
    {
        BreakerState.Closed => new(
            nameof(BreakerState.Closed), Tone.Good, Icons.Material.Outlined.CheckCircle, T("This breaker halts nothing.")),
        BreakerState.Open => new(
            nameof(BreakerState.Open), Tone.Danger, Icons.Material.Outlined.FlashOff, T("Halted by a rule.")),
        BreakerState.HalfOpen => new(
            nameof(BreakerState.HalfOpen), Tone.Warning, Icons.Material.Outlined.HourglassBottom,
            T("Probing after a reset: prices do not go out yet.")),
        BreakerState.Isolated => new(
            nameof(BreakerState.Isolated), Tone.Danger, Icons.Material.Outlined.PanTool,
            T("Halted until a person resets it.")),
        _ => throw new UnreachableException(),
    };
}

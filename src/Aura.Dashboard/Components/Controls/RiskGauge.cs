using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Controls;

/// <summary>A figure beside the value at which something happens.</summary>
/// <param name="Name">What it measures; also the end of its test id.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Value">In percent; null when nobody knows.</param>
/// <param name="Threshold">In percent; null when nothing happens by it.</param>
/// <param name="Words">What happens there.</param>
internal sealed record RiskGauge(string Name, string Title, decimal? Value, decimal? Threshold, string Words)
{
    // The mark stands at two thirds, so that a figure beyond it still has somewhere to go.
    private const decimal MarkAt = 66.7m;

    /// <summary>Of the gauge's length, 0 to 100.</summary>
    public decimal Length => Value is { } value && Threshold is > 0m and { } threshold
        ? Math.Round(Math.Min(100m, Math.Abs(value) / threshold * MarkAt), 1)
        : 0m;

    public Tone Tone => this switch
    {
        { Value: null } or { Threshold: null } => Tone.Neutral,
        _ when Math.Abs(Value.GetValueOrDefault()) > Threshold => Tone.Danger,
        _ when Length > MarkAt / 2m => Tone.Warning,
        _ => Tone.Good,
    };
}

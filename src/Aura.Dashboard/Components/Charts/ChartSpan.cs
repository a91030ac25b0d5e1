namespace Aura.Dashboard.Components.Charts;

/// <summary>A region or a mark as the script wants it: Unix milliseconds, its tone a name from the style sheet.</summary>
internal sealed record ChartSpan(long From, long? To, string Label, string Tone);

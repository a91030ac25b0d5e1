using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Something that changed, as the feed of the overview tells it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What kind of change, in a word or two.</param>
/// <param name="Words">What changed.</param>
/// <param name="Tone">How alarming it is.</param>
/// <param name="Href">Where it is recorded.</param>
public sealed record DeskEvent(DateTimeOffset At, string Kind, string Words, Tone Tone, string Href);

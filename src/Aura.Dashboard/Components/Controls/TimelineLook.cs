using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Controls;

/// <summary>How a stretch of a timeline looks: a letter and a colour that say the same.</summary>
internal sealed record TimelineLook(string Letter, string Word, Tone Tone);

namespace Aura.Dashboard.Components.Appearance;

/// <summary>How alarming something is. Pages choose a tone, never a colour; the style sheet knows both themes.</summary>
public enum Tone
{
    Neutral,
    Good,
    Notice,
    Warning,
    High,
    Danger,
}

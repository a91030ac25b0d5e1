namespace Aura.Dashboard.Components.Layout;

/// <summary>What the browser remembers of a person, and what it knows by itself.</summary>
/// <param name="Colours"><c>system</c>, <c>light</c> or <c>dark</c>.</param>
/// <param name="Dark">Whether that means dark now.</param>
/// <param name="Zone">The id of the chosen zone; null before a choice.</param>
/// <param name="BrowserZone">The IANA name of the browser's own zone.</param>
/// <param name="Keys">Whether single keys press what is on the page.</param>
internal sealed record BrowserChoices(string Colours, bool Dark, string? Zone, string? BrowserZone, bool Keys);

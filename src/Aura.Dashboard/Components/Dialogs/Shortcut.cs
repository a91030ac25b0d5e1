namespace Aura.Dashboard.Components.Dialogs;

/// <summary>Keys and what they do.</summary>
/// <param name="Keys">As the page's script hears them, one after the other.</param>
/// <param name="Meaning">For people.</param>
public sealed record Shortcut(string Keys, string Meaning);

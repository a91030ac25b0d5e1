namespace Aura.Dashboard.Components.Layout;

/// <summary>One place in the menu.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Label">In English; the menu speaks the reader's language.</param>
/// <param name="Icon">Beside the label.</param>
/// <param name="Keys">Leads there by keyboard.</param>
internal sealed record NavItem(string Href, string Label, string Icon, string Keys);

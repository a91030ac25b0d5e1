namespace Aura.Dashboard.Components.Layout;

/// <summary>One place in the menu.</summary>
internal sealed record NavItem(string Href, string Label, string Icon);

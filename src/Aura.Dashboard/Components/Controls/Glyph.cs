using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>
/// An icon beside its word, for which it is silent. A page shows dozens of them; as markup they cost a circuit nothing,
/// as components each would keep two kilobytes for as long as the page is open.
/// </summary>
internal static class Glyph
{
    /// <param name="icon">What stands inside of an SVG of 24 by 24, as MudBlazor's icons are written.</param>
    public static MarkupString Of(string icon) => new(Written(icon));

    internal static string Written(string icon) =>
        $"""<svg class="mud-icon-root mud-svg-icon mud-icon-size-small" focusable="false" viewBox="0 0 24 24" aria-hidden="true">{icon}</svg>""";
}

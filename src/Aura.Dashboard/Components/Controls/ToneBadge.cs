using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Aura.Dashboard.Components.Appearance;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>
/// A state, tier or quality: the word carries the meaning, the colour repeats it, and so does the icon for whoever reads
/// shapes faster, or no colours. Markup and not a component, for the reason given at <see cref="Glyph"/>; there are few
/// different ones, and all pages share them.
/// </summary>
internal static class ToneBadge
{
    private static readonly ConcurrentDictionary<(string, Tone, string?, string?), MarkupString> Made = new();

    public static MarkupString Of(string word, Tone tone, string? icon = null, string? testId = null) =>
        Made.GetOrAdd((word, tone, icon, testId), static badge => Write(badge.Item1, badge.Item2, badge.Item3, badge.Item4));

    // Exactly one word and no white space around it in the inner element: programs read it.
    private static MarkupString Write(string word, Tone tone, string? icon, string? testId)
    {
        string mark = testId is null ? "" : $" data-testid=\"{HtmlEncoder.Default.Encode(testId)}\"";
        string picture = icon is null ? "" : Glyph.Written(icon);
        return new MarkupString(
            $"""<span class="aura-badge aura-tone-{tone.CssName()}">{picture}<span{mark}>{HtmlEncoder.Default.Encode(word)}</span></span>""");
    }
}

using System.Collections.Immutable;
using System.Globalization;

namespace Aura.Engine.Rounds;

/// <summary>One sentence of a preview: a text with places, and the figures for them.</summary>
/// <param name="Template">The English text; pages look its translation up by it.</param>
/// <param name="Figures">Names, numbers and times exactly as the record spells them.</param>
public sealed record PreviewLine(string Template, ImmutableArray<string> Figures)
{
    /// <summary>The English sentence, which the digest is made of.</summary>
    public string Text => string.Format(CultureInfo.InvariantCulture, Template, [.. Figures]);

    internal static PreviewLine Of(string template, params ReadOnlySpan<string> figures) => new(template, [.. figures]);
}

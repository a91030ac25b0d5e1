using System.Resources;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>
/// What pages say, in the language of whoever reads. The English text is the key, so that a page can be read where it is
/// written; <c>Texts.de.resx</c> holds the German one, and a test demands it for every text. Words of the record (states,
/// tiers, reasons, the engine's sentences) are shown as they were recorded.
/// </summary>
internal static class Texts
{
    // A resource file does not tell "Round" from "round"; both are the same word to a translator.
    private static readonly ResourceManager Translations = new(typeof(Texts)) { IgnoreCase = true };

    /// <summary>A text without figures.</summary>
    public static string T(string english) =>
        Translations.GetString(english, Languages.Current) ?? english;

    /// <summary>A text with figures, each written as the reader's language writes it.</summary>
    public static string T(string english, params ReadOnlySpan<object?> figures) =>
        string.Format(Languages.Current, T(english), figures);
}

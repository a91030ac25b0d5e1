using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
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
    // The framework's own look-up takes a lock that all circuits would meet at: a page asks a hundred times a round.
    private static readonly FrozenDictionary<string, string> German = Read(Languages.German);

    /// <summary>A text without figures.</summary>
    public static string T(string english) =>
        ReferenceEquals(Languages.Current, Languages.German) ? German.GetValueOrDefault(english, english) : english;

    /// <summary>A text with figures, each written as the reader's language writes it.</summary>
    public static string T(string english, params ReadOnlySpan<object?> figures) =>
        string.Format(Languages.Current, T(english), figures);

    private static FrozenDictionary<string, string> Read(CultureInfo language) =>
        new ResourceManager(typeof(Texts)).GetResourceSet(language, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToFrozenDictionary(text => (string)text.Key, text => (string)text.Value!, StringComparer.OrdinalIgnoreCase);
}

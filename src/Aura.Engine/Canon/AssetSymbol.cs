using System.Text.Json.Serialization;

namespace Aura.Engine.Canon;

/// <summary>The name of an asset, such as <c>GOLD</c>: 1 to 12 capital letters and digits. Compared ordinally.</summary>
[JsonConverter(typeof(Text))]
public sealed record AssetSymbol : IComparable<AssetSymbol>
{
    private const int LongestName = 12;

    private AssetSymbol(string value) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Reads a symbol. <c>SYSTEM</c> is refused: it is the breaker scope above all assets.</summary>
    /// <exception cref="FormatException">The text is not a symbol.</exception>
    public static AssetSymbol Parse(string text) =>
        text.Length is > 0 and <= LongestName
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
        && !string.Equals(text, Scope.SystemName, StringComparison.Ordinal)
            ? new(text)
            : throw new FormatException(
                $"An asset symbol is 1 to {LongestName} capital letters or digits and not {Scope.SystemName}, not '{text}'.");

    /// <inheritdoc/>
    public int CompareTo(AssetSymbol? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>JSON form.</summary>
    public sealed class Text : TextConverter<AssetSymbol>
    {
        /// <inheritdoc/>
        protected override AssetSymbol Parse(string text) => AssetSymbol.Parse(text);

        /// <inheritdoc/>
        protected override string Render(AssetSymbol value) => value.Value;
    }
}

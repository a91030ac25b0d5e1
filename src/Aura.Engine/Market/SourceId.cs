using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Market;

/// <summary>One endpoint of one vendor for one asset, such as <c>gold-av-gld</c>: lower-case letters, digits and dashes.</summary>
[JsonConverter(typeof(Text))]
public sealed record SourceId : IComparable<SourceId>
{
    private const int LongestName = 40;

    private SourceId(string value) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not an id.</exception>
    public static SourceId Parse(string text) =>
        text.Length is > 0 and <= LongestName
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-')
            ? new(text)
            : throw new FormatException(
                $"A source id is 1 to {LongestName} lower-case letters, digits or dashes, not '{text}'.");

    /// <inheritdoc/>
    public int CompareTo(SourceId? other) => string.CompareOrdinal(Value, other?.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>JSON form.</summary>
    public sealed class Text : TextConverter<SourceId>
    {
        /// <inheritdoc/>
        protected override SourceId Parse(string text) => SourceId.Parse(text);

        /// <inheritdoc/>
        protected override string Render(SourceId value) => value.Value;
    }
}

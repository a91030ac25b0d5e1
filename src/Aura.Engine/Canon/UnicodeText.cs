namespace Aura.Engine.Canon;

/// <summary>
/// Text as it stands. Half of a surrogate pair is refused: the serialiser would write U+FFFD in its place, and two
/// different texts would have one digest.
/// </summary>
public sealed class UnicodeText : TextConverter<string>
{
    // The surrogates: almost no text holds one.
    private const char First = '\ud800';
    private const char Last = '\udfff';

    /// <inheritdoc/>
    protected override string Parse(string text) => text;

    /// <inheritdoc/>
    protected override string Render(string value)
    {
        for (int i = value.AsSpan().IndexOfAnyInRange(First, Last); i >= 0 && i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                throw new FormatException("A string holds half of a surrogate pair.");
            i++;
        }

        return value;
    }
}

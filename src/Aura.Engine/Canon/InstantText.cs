using System.Globalization;

namespace Aura.Engine.Canon;

/// <summary>Instants as <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>, UTC, truncated to milliseconds.</summary>
public sealed class InstantText : TextConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffZ";

    // The library's own format ends with four digits more; it alone is read and written without interpreting a pattern,
    // and a round holds hundreds of instants.
    private const string Finest = "O";
    private const string BelowMillisecond = "0000Z";
    private const int Milliseconds = 23;

    /// <summary>The one canonical text of an instant.</summary>
    public static string Of(DateTimeOffset instant) =>
        string.Concat(
            instant.UtcDateTime.ToString(Finest, CultureInfo.InvariantCulture).AsSpan(0, Milliseconds), "Z");

    /// <summary>The instant in UTC without what lies below a millisecond; applied wherever a time enters the engine.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>Reads the canonical text.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static DateTimeOffset Read(string text) =>
        text.Length == Format.Length && text[^1] == 'Z'
        && DateTime.TryParseExact(
            string.Concat(text.AsSpan(0, Milliseconds), BelowMillisecond), Finest, CultureInfo.InvariantCulture,
            DateTimeStyles.RoundtripKind, out var instant)
            ? new DateTimeOffset(instant)
            : throw new FormatException($"'{text}' is not an instant of the form {Format}.");

    /// <inheritdoc/>
    protected override DateTimeOffset Parse(string text) => Read(text);

    /// <inheritdoc/>
    protected override string Render(DateTimeOffset value) => Of(value);
}

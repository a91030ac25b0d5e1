using System.Globalization;

namespace Aura.Engine.Canon;

/// <summary>Instants as <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>, UTC, truncated to milliseconds.</summary>
public sealed class InstantText : TextConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>The one canonical text of an instant.</summary>
    public static string Of(DateTimeOffset instant) => Truncate(instant).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The instant in UTC without what lies below a millisecond; applied wherever a time enters the engine.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>Reads the canonical text.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.TryParseExact(
            text, Format, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw new FormatException($"'{text}' is not an instant of the form {Format}.");

    /// <inheritdoc/>
    protected override DateTimeOffset Parse(string text) => Read(text);

    /// <inheritdoc/>
    protected override string Render(DateTimeOffset value) => Of(value);
}

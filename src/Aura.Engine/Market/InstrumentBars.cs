using System.Collections.Immutable;
using System.Globalization;

namespace Aura.Engine.Market;

/// <summary>
/// An instrument and the length of its bars, as the symbol of a source of bars names them: <c>MSFT</c> for five-minute
/// bars, <c>MSFT@15min</c> for others.
/// </summary>
/// <param name="Instrument">The vendor's name of the instrument.</param>
/// <param name="Minutes">Length of a bar: 1, 5, 15, 30 or 60 minutes.</param>
public sealed record InstrumentBars(string Instrument, int Minutes)
{
    private const int DefaultMinutes = 5;

    private static readonly ImmutableArray<int> Offered = [1, 5, 15, 30, 60];

    /// <summary>Length of a bar.</summary>
    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    /// <summary>The length as vendors write it, such as <c>5min</c>.</summary>
    public string Interval => string.Create(CultureInfo.InvariantCulture, $"{Minutes}min");

    /// <summary>
    /// Reads a symbol. Total: what follows the sign and is no length on offer belongs to the name, which the vendor then
    /// does not know.
    /// </summary>
    public static InstrumentBars Of(string symbol)
    {
        foreach (int minutes in Offered)
        {
            string suffix = string.Create(CultureInfo.InvariantCulture, $"@{minutes}min");
            if (symbol.EndsWith(suffix, StringComparison.Ordinal))
                return new InstrumentBars(symbol[..^suffix.Length], minutes);
        }

        return new InstrumentBars(symbol, DefaultMinutes);
    }

    /// <summary>When the newest complete bar begins at an instant; bars begin at full multiples of their length.</summary>
    public DateTimeOffset NewestStart(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % Length.Ticks)) - Length;
    }
}

using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>The last agreed price with its age.</summary>
internal sealed record LastPriceView(string Value, long Round, double AgeSeconds)
{
    public static LastPriceView Of(LastPrice price, DateTimeOffset now) =>
        new(DecimalText.Of(price.Value), price.Round.Value, Age.Seconds(price.At, now));
}

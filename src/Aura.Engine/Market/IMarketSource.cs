using Aura.Engine.Canon;

namespace Aura.Engine.Market;

/// <summary>The port to the world's prices. It answers raw bytes and the market's clock; it never interprets.</summary>
public interface IMarketSource
{
    /// <summary>The market's clock at a round, or null when the source has ended (a replay that stops).</summary>
    MarketMoment? MomentOf(RoundNumber round, Slot slot);

    /// <summary>
    /// Asks one source. Failures of the vendor or the network are answers; an exception is a bug.
    /// Cancellation means that the round's deadline has passed.
    /// </summary>
    Task<RawResponse> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}

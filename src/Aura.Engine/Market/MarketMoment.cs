namespace Aura.Engine.Market;

/// <summary>The market's own clock at a round.</summary>
/// <param name="Time">The scenario's clock in Simulated, the row's time in Replay, the real clock in Live; UTC.</param>
/// <param name="Session">Whether the market trades then.</param>
public sealed record MarketMoment(DateTimeOffset Time, MarketSession Session);

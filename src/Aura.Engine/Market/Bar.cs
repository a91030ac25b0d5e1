namespace Aura.Engine.Market;

/// <summary>One bar of a series, of which only the close is used.</summary>
/// <param name="Start">When the bar begins, UTC.</param>
/// <param name="Close">As stated, not yet judged.</param>
internal sealed record Bar(DateTimeOffset Start, decimal Close);

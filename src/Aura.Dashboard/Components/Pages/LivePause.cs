using Aura.Dashboard.Publishing.Live;

namespace Aura.Dashboard.Components.Pages;

/// <summary>
/// Whether the person behind a circuit holds the pages still. Only what is drawn stops: rounds go on, and breakers are
/// shown as they are all the same.
/// </summary>
internal sealed class LivePause(TimeProvider clock, RoundFeed feed)
{
    private long _round;

    /// <summary>The person paused or resumed.</summary>
    public event EventHandler? Changed;

    /// <summary>When the person paused, UTC; null while pages follow.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>Rounds that arrived since then and are not drawn.</summary>
    public long Held => Since is null ? 0 : LatestRound - _round;

    private long LatestRound => feed.Current.Latest?.Round.Value ?? 0;

    public void Toggle()
    {
        Since = Since is null ? clock.GetUtcNow() : null;
        _round = LatestRound;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

using System.Diagnostics;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>
/// What one connection is told. Everything takes turns here and a round goes out only as the one after the last sent,
/// so rounds arrive in order and once, whether they come from the feed or from storage. A client that reads slowly
/// slows down nobody but itself, and holds one page of rounds and the feed's bounded buffer at most.
/// </summary>
/// <param name="client">The connection.</param>
/// <param name="history">Rounds from storage.</param>
/// <param name="renderings">What the messages look like.</param>
/// <param name="lastSent">The client is told the rounds after this one.</param>
internal sealed class Listener(
    IRoundClient client, IRoundHistory history, Renderings renderings, RoundNumber lastSent) : IDisposable
{
    private const int Page = 50;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private RoundNumber _lastSent = lastSent;
    private bool _isCatchingUp;

    public void Dispose() => _turn.Dispose();

    /// <summary>Passes on what happens until the connection ends.</summary>
    /// <exception cref="FeedOverrunException">The client reads so slowly that it would miss something.</exception>
    public async Task FollowAsync(IAsyncEnumerable<FeedEvent> events, CancellationToken cancellationToken)
    {
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                await TellAsync(happened, cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    /// <summary>
    /// Sends every stored round after the last one that the client has seen; live rounds continue from there. Turns
    /// are given back between pages: news of a breaker must not wait until somebody has read a year of rounds.
    /// </summary>
    public async Task CatchUpAsync(RoundNumber lastSeen, CancellationToken cancellationToken)
    {
        bool isFirst = true;
        do
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                if (isFirst)
                    _lastSent = lastSeen;
                isFirst = false;
                // Should reading fail, live rounds go on, and the first of them finds and fills the gap.
                _isCatchingUp = false;
                _isCatchingUp = await SendPageAsync(cancellationToken) == Page;
            }
            finally
            {
                _turn.Release();
            }
        }
        while (_isCatchingUp);
    }

    private Task TellAsync(FeedEvent happened, CancellationToken cancellationToken) => happened switch
    {
        FeedEvent.RoundCompleted completed => TellRoundAsync(completed, cancellationToken),
        FeedEvent.BreakerChanged changed => client.BreakerChanged(renderings.Of(changed.Transition)),
        FeedEvent.AlertRaised raised => client.AlertRaised(renderings.Of(raised)),
        _ => throw new UnreachableException(),
    };

    private async Task TellRoundAsync(FeedEvent.RoundCompleted completed, CancellationToken cancellationToken)
    {
        // While catching up storage sends it: a round is committed before it is announced, so a later page has it.
        var round = completed.Report.Round;
        if (_isCatchingUp || round.CompareTo(_lastSent) <= 0)
            return;

        // The feed skips a round that was overtaken, and rounds of other processes may come in a bundle.
        while (_lastSent.Next.CompareTo(round) < 0 && await SendPageAsync(cancellationToken) == Page)
        {
        }

        if (round.CompareTo(_lastSent) > 0)
            await SendAsync(completed.Report);
    }

    private async Task<int> SendPageAsync(CancellationToken cancellationToken)
    {
        var page = await history.AfterAsync(_lastSent, Page, cancellationToken);
        foreach (var report in page)
            await SendAsync(report);
        return page.Count;
    }

    private async Task SendAsync(Engine.Publishing.RoundReport report)
    {
        await client.RoundCompleted(renderings.Of(report));
        _lastSent = report.Round;
    }
}

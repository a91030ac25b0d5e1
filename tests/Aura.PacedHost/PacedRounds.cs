using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.PacedHost;

/// <summary>
/// Rounds that were gathered, signed and decided beforehand, so that publishing costs no more than publishing. They come
/// again and again under new numbers, and at the times of their schedule whatever the pace: a pause between two of them
/// would be drawn as a gap, and a page with a gap is made of more parts than one without.
/// </summary>
internal sealed class PacedRounds(
    RoundFeed feed, RuleSet rules, OracleNetwork network, IMarketSource market, TimeProvider time)
{
    // As many as a page shows, so that its charts hold the same values whenever all of them have passed.
    private const int Decided = RoundFeed.LongestHistory;

    private readonly List<RoundReport> _decided = new(Decided);
    private long _published;
    private TimeSpan _apart;
    private DateTimeOffset _last;

    public TimeProvider Time => time;

    /// <summary>Decides the rounds and fills the feed with them, as it is after twenty minutes.</summary>
    public async Task PrepareAsync(TimeSpan apart)
    {
        var state = EngineState.Initial;
        var now = time.GetUtcNow();
        for (int i = 0; i < Decided; i++)
        {
            var slot = new Slot(now - ((Decided - i) * apart));
            var moment = market.MomentOf(state.Round.Next, slot)
                ?? throw new InvalidOperationException("The simulated market has ended.");
            var query = new RoundQuery(
                rules.ToDigest(), state.Round.Next, slot, moment with { Time = InstantText.Truncate(moment.Time) },
                rules.Market.Sources, rules.Schedule.GatherTimeout);
            var gathering = await network.GatherAsync(rules.Nodes, query, CancellationToken.None);
            var outcome = RoundDecision.Decide(state, rules, RoundInputs.Of(query, gathering));
            state = outcome.Next;
            _decided.Add(outcome.Report);
            await feed.RoundCompletedAsync(outcome.Report, CancellationToken.None);
        }

        _published = Decided;
        (_apart, _last) = (apart, now - apart);
    }

    /// <summary>Publishes the next round.</summary>
    public async Task<RoundNumber> PublishAsync()
    {
        var report = _decided[(int)(_published % Decided)];
        _last += _apart;
        var slot = new Slot(_last);
        var round = new RoundNumber(++_published);
        await feed.RoundCompletedAsync(
            report with { Round = round, Slot = slot, CompletedAt = slot.Instant, MarketTime = slot.Instant },
            CancellationToken.None);
        return round;
    }

    /// <summary>Publishes so many rounds, one in each interval.</summary>
    public async Task<RoundNumber> PublishAsync(int count, TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval, time);
        var last = RoundNumber.None;
        for (int i = 0; i < count; i++)
        {
            await timer.WaitForNextTickAsync();
            last = await PublishAsync();
        }

        return last;
    }
}

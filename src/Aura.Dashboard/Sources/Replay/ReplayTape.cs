using Aura.Dashboard.Configuration;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Replay;

/// <summary>
/// Plays recorded prices, one row a round. Row 1 belongs to the first round that the ledger may decide under this rule
/// set, so that a replay starts at the top of its file even in a database that holds earlier rounds.
/// </summary>
internal sealed class ReplayTape(IReadOnlyList<ReplayRow> rows, ReplayOptions options) : IMarketTape
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    private long _firstRound = 1;

    /// <summary>The round of row 1; stated by storage before the first slot.</summary>
    public void StartAt(RoundNumber round) => _firstRound = round.Value;

    public MarketMoment? MomentOf(RoundNumber round, Slot slot) =>
        RowOf(round) is { } row ? new MarketMoment(InstantText.Truncate(row.Time), MarketSession.Open) : null;

    public decimal? PriceOf(FetchRequest request) =>
        RowOf(request.Round) is { } row && options.ColumnOf(request.Source.Id.Value) is { } column
            ? row.Prices[column]
            : null;

    public TimeSpan DelayOf(FetchRequest request) => Delay;

    private ReplayRow? RowOf(RoundNumber round)
    {
        long index = Math.Max(0, round.Value - _firstRound);
        if (options.AtEnd is ReplayEnd.Loop)
            index %= rows.Count;
        return index < rows.Count ? rows[(int)index] : null;
    }
}

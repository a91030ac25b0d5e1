using System.Collections.Immutable;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Reports are read one after the other and let go: a day of them would not fit into memory beside the pages.</summary>
internal sealed class AssetHistory(IDbContextFactory<AuraDbContext> contexts) : IAssetHistory
{
    public async Task<AssetRange> RangeAsync(
        AssetSymbol symbol, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rounds = context.Rounds.AsNoTracking()
            .Where(round => round.SlotTicks >= from.UtcTicks && round.SlotTicks < to.UtcTicks);
        long count = await rounds.LongCountAsync(cancellationToken);
        long step = Math.Max(1, (count + most - 1) / most);
        var documents = rounds
            .Where(round => round.Number % step == 0)
            .OrderBy(round => round.SlotTicks)
            .Join(context.Documents, round => round.Report, document => document.Digest, (_, document) => document.Bytes)
            .AsAsyncEnumerable();
        var points = ImmutableArray.CreateBuilder<AssetPoint>();
        await foreach (byte[] bytes in documents.WithCancellation(cancellationToken))
        {
            if (AssetPoint.Of(RoundReport.Parse(bytes), symbol) is { } point)
                points.Add(point);
        }

        // The join promises no order of its own.
        points.Sort((left, right) => left.Round.CompareTo(right.Round));
        return new AssetRange(points.ToImmutable(), step);
    }
}

using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Reads what has no ledger entry yet.</summary>
internal static class ArrearsReader
{
    public static async Task<Arrears> ReadAsync(
        AuraDbContext context, Slot before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        long present = before.Instant.UtcTicks;
        long? latest = await context.Slots.AsNoTracking()
            .Where(slot => slot.SlotTicks < present)
            .MaxAsync(slot => (long?)slot.SlotTicks, cancellationToken);
        long instant = now.UtcTicks;
        var expired = await context.Slots.AsNoTracking()
            .Where(slot => slot.EndedBySequence == null && slot.SlotTicks < present && slot.LeaseEndsTicks <= instant)
            .OrderBy(slot => slot.SlotTicks)
            .ToListAsync(cancellationToken);
        var refusals = await context.Commands.AsNoTracking()
            .Where(command => command.RefusedActor != null)
            .GroupBy(command => command.RefusedActor!)
            .Select(actor => new
            {
                Id = actor.Key,
                First = actor.Min(command => command.RefusedTicks),
                Last = actor.Max(command => command.RefusedTicks),
                Count = actor.LongCount(),
            })
            .OrderBy(actor => actor.Id)
            .ToListAsync(cancellationToken);
        return new Arrears(
            latest is { } ticks ? new Slot(At(ticks)) : null,
            [.. expired.Select(slot => new Notice.SlotAbandoned(
                new Slot(At(slot.SlotTicks)), new RoundNumber(slot.Round), SlotAbandonment.LeaseOver))],
            [.. refusals.Select(actor => new Notice.RefusalsSummarised(
                actor.Id, At(actor.First.GetValueOrDefault()), At(actor.Last.GetValueOrDefault()), actor.Count))]);
    }

    private static DateTimeOffset At(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}

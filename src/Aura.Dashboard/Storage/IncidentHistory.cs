using Aura.Dashboard.Queries;
using Aura.Engine.Publishing.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Reads incidents from what was kept of them.</summary>
internal sealed class IncidentHistory(IDbContextFactory<AuraDbContext> contexts) : IIncidentHistory
{
    public async Task<IReadOnlyList<IncidentPast>> BeforeAsync(long? before, int limit, CancellationToken cancellationToken)
    {
        long below = before ?? long.MaxValue;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var numbers = context.IncidentSteps
            .Where(row => row.Number < below)
            .Select(row => row.Number).Distinct().OrderByDescending(number => number).Take(limit);
        var rows = await context.IncidentSteps.AsNoTracking()
            .Where(row => numbers.Contains(row.Number))
            .OrderByDescending(row => row.Number).ThenBy(row => row.Sequence).ThenBy(row => row.Place)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows
                .Select(row => new IncidentMoment(
                    row.Step, new DateTimeOffset(row.AtTicks, TimeSpan.Zero), row.Sequence, Incident.Parse(row.Bytes)))
                .GroupBy(moment => moment.Incident.Number)
                .Select(moments => new IncidentPast(moments.Last().Incident, [.. moments])),
        ];
    }
}

using Aura.Engine.Breaker;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>How a cause has served a breaker, as REST sends it.</summary>
internal sealed record CauseView(
    BreakerCause Cause, long Trips, long ShadowTrips, long FalsePositives, long LastRound, string LastDetail, bool IsLastJudged)
{
    public static CauseView Of(CauseRecord served) => new(
        served.Cause, served.Trips, served.ShadowTrips, served.FalsePositives, served.LastTrip.Value, served.LastDetail,
        served.IsLastJudged);
}

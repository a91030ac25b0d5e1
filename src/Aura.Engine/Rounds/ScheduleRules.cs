using System.Text.Json.Serialization;

namespace Aura.Engine.Rounds;

/// <summary>When rounds happen.</summary>
/// <param name="Cron">The schedule in UTC; six fields allow seconds.</param>
/// <param name="GatherTimeoutMilliseconds">Sources that have not answered by then are timeouts.</param>
public sealed record ScheduleRules(string Cron, long GatherTimeoutMilliseconds)
{
    /// <summary>How long gathering may take.</summary>
    [JsonIgnore]
    public TimeSpan GatherTimeout => TimeSpan.FromMilliseconds(GatherTimeoutMilliseconds);
}

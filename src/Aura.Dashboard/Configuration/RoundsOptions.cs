namespace Aura.Dashboard.Configuration;

/// <summary>When rounds happen. Section <c>Rounds</c>.</summary>
internal sealed class RoundsOptions
{
    public const string Section = "Rounds";

    /// <summary>The schedule in Live unless settings state another.</summary>
    public const string LiveCron = "*/5 * * * *";

    /// <summary>The time for answers in Live unless settings state another.</summary>
    public static readonly TimeSpan LiveGatherTimeout = TimeSpan.FromSeconds(60);

    /// <summary>The schedule in UTC; six fields allow seconds.</summary>
    public string Cron { get; set; } = "*/5 * * * * *";

    /// <summary>Sources that have not answered by then are timeouts; at least 100 ms, below the period.</summary>
    public TimeSpan GatherTimeout { get; set; } = TimeSpan.FromSeconds(3);
}

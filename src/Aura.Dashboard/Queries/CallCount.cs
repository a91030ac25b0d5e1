namespace Aura.Dashboard.Queries;

/// <summary>Calls made and allowed.</summary>
/// <param name="Used">Calls made, retries included.</param>
/// <param name="Limit">Calls allowed; 0 is no limit.</param>
public sealed record CallCount(int Used, int Limit)
{
    /// <summary>What is left; null without a limit.</summary>
    public int? Left => Limit == 0 ? null : Math.Max(0, Limit - Used);
}

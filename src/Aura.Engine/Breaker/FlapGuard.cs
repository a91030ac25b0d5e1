using System.Text.Json.Serialization;

namespace Aura.Engine.Breaker;

/// <summary>When a breaker that opens again and again is latched, so that people look instead of resetting once more.</summary>
/// <param name="MostTransitions">Changes of state within the window that are still taken for normal.</param>
/// <param name="WindowMilliseconds">How far back changes count.</param>
public sealed record FlapGuard(int MostTransitions, long WindowMilliseconds)
{
    /// <summary>More than three changes within ten minutes.</summary>
    public static FlapGuard Default { get; } = new(3, 600_000);

    /// <summary>How far back changes count.</summary>
    [JsonIgnore]
    public TimeSpan Window => TimeSpan.FromMilliseconds(WindowMilliseconds);
}

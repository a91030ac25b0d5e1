namespace Aura.Engine.Breaker;

/// <summary>What a cause does when its threshold is passed.</summary>
public enum CauseMode
{
    /// <summary>It opens the breaker.</summary>
    On,

    /// <summary>It is only counted, so that people see what it would have done.</summary>
    Shadow,

    /// <summary>Nothing.</summary>
    Off,
}

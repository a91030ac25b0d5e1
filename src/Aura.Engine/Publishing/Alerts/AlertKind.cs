namespace Aura.Engine.Publishing.Alerts;

/// <summary>What somebody has to answer for. The most severe first.</summary>
public enum AlertKind
{
    /// <summary>A breaker is Open or Isolated; over when it is Closed again.</summary>
    BreakerTripped,

    /// <summary>An asset has no decision.</summary>
    NoDecision,

    /// <summary>An asset is High or worse.</summary>
    HighDispersion,

    /// <summary>Rounds were missed or failed.</summary>
    RoundsMissing,

    /// <summary>A vendor fails so often that it is left alone.</summary>
    VendorSuspended,

    /// <summary>People practise: nothing is wrong and nothing is halted. Over when somebody ends it.</summary>
    Drill,
}

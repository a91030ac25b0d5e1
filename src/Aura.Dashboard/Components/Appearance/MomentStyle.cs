namespace Aura.Dashboard.Components.Appearance;

/// <summary>How much of a moment is written out; the rest always stands behind it.</summary>
public enum MomentStyle
{
    /// <summary>Date, time and the name of the clock.</summary>
    Stamp,

    /// <summary>The time, for what happened today.</summary>
    Time,

    /// <summary>The time with its date below, for tables.</summary>
    Lines,
}

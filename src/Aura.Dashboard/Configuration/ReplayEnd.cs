namespace Aura.Dashboard.Configuration;

/// <summary>What happens after the last row of a replayed file.</summary>
internal enum ReplayEnd
{
    /// <summary>No more slots are claimed and nothing is recorded.</summary>
    Stop,

    /// <summary>The first row follows the last one.</summary>
    Loop,
}

using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Storage.Rows;

/// <summary>
/// One thing that happened to an incident, and the incident after it. Written with the entry that decided it and never
/// rewritten; the state that the entry names holds the same incident while it lasts.
/// </summary>
internal sealed class IncidentStepRow
{
    /// <summary>The incident.</summary>
    public long Number { get; init; }

    /// <summary>The ledger entry.</summary>
    public long Sequence { get; init; }

    /// <summary>Which of the changes of that entry, from 0.</summary>
    public int Place { get; init; }

    public IncidentStep Step { get; init; }

    /// <summary>When it was decided, UTC ticks.</summary>
    public long AtTicks { get; init; }

    /// <summary>The canonical incident after it.</summary>
    public required byte[] Bytes { get; init; }
}

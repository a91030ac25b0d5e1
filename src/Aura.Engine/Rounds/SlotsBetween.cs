using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>The schedule as a pure function: the slots strictly between two, or null when there is none.</summary>
/// <param name="after">The last slot that has its ending.</param>
/// <param name="before">The present slot.</param>
public delegate Notice.SlotsMissed? SlotsBetween(Slot after, Slot before);

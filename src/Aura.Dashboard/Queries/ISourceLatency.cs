using Aura.Engine.Market;

namespace Aura.Dashboard.Queries;

/// <summary>How long the sources take to answer, in this process.</summary>
public interface ISourceLatency
{
    /// <summary>The slowest answer to any node in the latest round that asked; null before the first.</summary>
    TimeSpan? Of(SourceId source);
}

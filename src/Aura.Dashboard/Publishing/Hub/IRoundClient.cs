using Aura.Dashboard.Publishing.Live.Views;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>What the server calls on its clients.</summary>
internal interface IRoundClient
{
    /// <summary>A round was committed.</summary>
    Task RoundCompleted(RoundView round);

    /// <summary>A breaker changed, by a round or by a person.</summary>
    Task BreakerChanged(TransitionView transition);
}

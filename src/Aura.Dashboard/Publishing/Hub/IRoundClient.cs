namespace Aura.Dashboard.Publishing.Hub;

/// <summary>What the server calls on its clients.</summary>
internal interface IRoundClient
{
    /// <summary>A round was committed; a <see cref="Live.Views.RoundView"/>.</summary>
    Task RoundCompleted(Rendered round);

    /// <summary>A breaker changed, by a round or by a person; a <see cref="Live.Views.TransitionView"/>.</summary>
    Task BreakerChanged(Rendered transition);

    /// <summary>An incident began to call somebody, or nobody answered it in time; a <see cref="Live.Views.AlertView"/>.</summary>
    Task AlertRaised(Rendered alert);
}

namespace Aura.Dashboard.Components.Pages;

/// <summary>What a live page has to show.</summary>
public enum LiveState
{
    /// <summary>Nothing was received yet.</summary>
    Loading,

    /// <summary>There is something to show.</summary>
    Ready,

    /// <summary>Everything was received, and it holds nothing that the page shows.</summary>
    Empty,

    /// <summary>The page does not follow any more.</summary>
    Failed,
}

using Aura.Engine.Canon;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>
/// How numbers are computed, for whoever asks. Closed it holds no sentence: they change with every round, and nobody
/// should pay for words that nobody reads.
/// </summary>
public sealed partial class Explanation
{
    private bool _isOpen;

    [Parameter]
    public string? Question { get; set; }

    private string Asked => Question ?? T("How is this computed?");

    /// <summary>What is explained, such as <c>GOLD</c>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Subject { get; set; }

    [Parameter]
    [EditorRequired]
    public required RoundNumber Round { get; set; }

    /// <summary>The first round of what is measured over several; null for numbers of one round, which REST sends too.</summary>
    [Parameter]
    public RoundNumber? From { get; set; }

    [Parameter]
    [EditorRequired]
    public required IEnumerable<ExplainedNumber> Numbers { get; set; }

    [Parameter]
    [EditorRequired]
    public required string TestId { get; set; }

    private string BodyId => $"{TestId}-body";

    private void Toggle() => _isOpen = !_isOpen;
}

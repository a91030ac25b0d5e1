using System.Collections.Immutable;
using Aura.Dashboard.Components.Controls;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What the overview shows of a snapshot.</summary>
/// <param name="Latest">The latest round under the rule set in force; null before the first.</param>
/// <param name="Explanation">Every number of that round in words; null before the first.</param>
/// <param name="History">Its predecessors under the same rule set and itself, oldest first: what a chart may connect.</param>
/// <param name="Recent">The latest rounds whatever the rule set, newest first.</param>
/// <param name="Breakers">SYSTEM first, then the assets.</param>
/// <param name="Events">What changed last, newest first, in the words of the reader.</param>
public sealed record OverviewView(
    RoundReport? Latest, RoundExplanation? Explanation, ImmutableArray<RoundReport> History, ImmutableArray<RoundReport> Recent,
    ImmutableArray<BreakerReport> Breakers, ImmutableArray<DeskEvent> Events);

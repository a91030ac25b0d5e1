using System.Collections.Immutable;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What the page of the breakers shows of a snapshot.</summary>
/// <param name="Breakers">SYSTEM first, then the assets.</param>
/// <param name="Latest">The latest round under the rule set in force; null before the first.</param>
/// <param name="Mark">Changes whenever the ledger may say something new about them.</param>
public sealed record BreakersView(ImmutableArray<BreakerReport> Breakers, RoundReport? Latest, string Mark);

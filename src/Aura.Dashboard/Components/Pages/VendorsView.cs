using System.Collections.Immutable;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Market;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What the page of the sources shows of a snapshot.</summary>
/// <param name="Latest">The latest round; null before the first.</param>
/// <param name="Agreed">What each source was last agreed on.</param>
public sealed record VendorsView(RoundReport? Latest, ImmutableDictionary<SourceId, LastAgreed> Agreed);

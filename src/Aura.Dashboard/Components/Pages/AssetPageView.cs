using System.Collections.Immutable;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What the page of an asset shows of a snapshot.</summary>
/// <param name="Latest">The latest round; null before the first.</param>
/// <param name="Asset">The asset in it; null when the round does not know it.</param>
/// <param name="Explanation">Its numbers in words; null under other settings than those in force.</param>
/// <param name="Breakers">SYSTEM first, then the assets.</param>
/// <param name="Agreed">What each source was last agreed on.</param>
public sealed record AssetPageView(
    RoundReport? Latest, AssetReport? Asset, AssetExplanation? Explanation, ImmutableArray<BreakerReport> Breakers,
    ImmutableDictionary<SourceId, LastAgreed> Agreed);

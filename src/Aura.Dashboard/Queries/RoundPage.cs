using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Queries;

/// <summary>A page of rounds.</summary>
/// <param name="Reports">Newest first.</param>
/// <param name="SearchedTo">The oldest round that was looked at: the next page begins below. Null when none was.</param>
/// <param name="IsEnd">Whether nothing older is left to look at.</param>
internal sealed record RoundPage(ImmutableArray<RoundReport> Reports, RoundNumber? SearchedTo, bool IsEnd);

using System.Collections.Immutable;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What the wallboard shows of a snapshot.</summary>
public sealed record LiveWall(RoundReport? Latest, ImmutableArray<BreakerReport> Breakers);

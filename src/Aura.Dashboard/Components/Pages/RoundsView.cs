using System.Collections.Immutable;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Pages;

/// <summary>The rounds that the feed remembers, newest first: what a list of the newest rounds follows.</summary>
public sealed record RoundsView(ImmutableArray<RoundReport> Newest);

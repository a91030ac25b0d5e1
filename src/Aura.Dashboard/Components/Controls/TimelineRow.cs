using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The timeline of one breaker.</summary>
internal sealed record TimelineRow(Scope Scope, ImmutableArray<TimelineSegment> Stretches, bool IsCut);

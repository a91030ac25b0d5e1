using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Dashboard.Queries;

/// <summary>The standing of one key of a vendor, counted since this process started.</summary>
/// <param name="Vendor">The vendor's name in settings.</param>
/// <param name="Nodes">The nodes that ask with it.</param>
/// <param name="Minute">Calls within the last 60 seconds.</param>
/// <param name="Day">Calls within the UTC day.</param>
/// <param name="PlannedADay">Calls that the schedule makes in a day, retries not counted.</param>
/// <param name="NextAllowed">When the next call may be made; null when nothing holds it.</param>
/// <param name="Breaker">Whether it is asked at all.</param>
/// <param name="LastAnswer">The class of the vendor's last answer, <see cref="RefusalCode.None"/> for a quote; null before the first.</param>
/// <param name="LastAnswerAt">When that was.</param>
public sealed record VendorUse(
    string Vendor, ImmutableArray<NodeId> Nodes, CallCount Minute, CallCount Day, long PlannedADay,
    DateTimeOffset? NextAllowed, VendorBreaker Breaker, RefusalCode? LastAnswer, DateTimeOffset? LastAnswerAt);

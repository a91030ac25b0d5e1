using Aura.Engine.Market;

namespace Aura.Dashboard.Queries;

/// <summary>One vendor's standing, counted since this process started.</summary>
/// <param name="Vendor">Its name in settings.</param>
/// <param name="Minute">Calls within the last 60 seconds.</param>
/// <param name="Day">Calls within the UTC day.</param>
/// <param name="NextAllowed">When the next call may be made; now, when nothing holds it.</param>
/// <param name="Breaker">Whether it is asked at all.</param>
/// <param name="LastAnswer">How its last call ended before its body was parsed; null before the first.</param>
/// <param name="LastAnswerAt">When that was.</param>
internal sealed record VendorUse(
    string Vendor, CallCount Minute, CallCount Day, DateTimeOffset NextAllowed, VendorBreaker Breaker,
    RefusalCode? LastAnswer, DateTimeOffset? LastAnswerAt);

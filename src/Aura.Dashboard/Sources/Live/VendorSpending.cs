namespace Aura.Dashboard.Sources.Live;

/// <summary>What has been taken from a budget.</summary>
/// <param name="ThisMinute">Calls within the last 60 seconds.</param>
/// <param name="Today">Calls within the UTC day.</param>
/// <param name="NextAllowed">When the next call may be made; null when nothing holds it.</param>
internal sealed record VendorSpending(int ThisMinute, int Today, DateTimeOffset? NextAllowed);

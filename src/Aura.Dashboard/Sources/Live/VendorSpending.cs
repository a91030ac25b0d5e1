namespace Aura.Dashboard.Sources.Live;

/// <summary>What has been taken from a budget.</summary>
internal sealed record VendorSpending(int ThisMinute, int Today, DateTimeOffset NextAllowed);

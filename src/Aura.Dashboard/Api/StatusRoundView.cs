namespace Aura.Dashboard.Api;

/// <summary>The latest round; number 0 and nulls before the first.</summary>
internal sealed record StatusRoundView(
    long Number, DateTimeOffset? Slot, DateTimeOffset? CompletedAt, double? AgeSeconds);

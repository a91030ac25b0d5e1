namespace Aura.Dashboard.Api;

/// <summary>Body of <c>POST breakers/{scope}/causes/{cause}/false-positive</c>. Nullable because a client may leave out anything.</summary>
internal sealed record JudgementRequest(string? CommandId, long? Round, string? Comment);

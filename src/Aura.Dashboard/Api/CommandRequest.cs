namespace Aura.Dashboard.Api;

/// <summary>Body of <c>POST breakers/{scope}/trip</c> and <c>reset</c>. Nullable because a client may leave out anything.</summary>
internal sealed record CommandRequest(string? CommandId, long? ExpectedVersion, string? ReasonCode, string? Reason)
{
    /// <summary>The digest of the preview that was shown; it may be left out.</summary>
    public string? Preview { get; init; }

    /// <summary>Why nobody could approve: needed by a break-glass reset, accepted by nothing else.</summary>
    public string? Justification { get; init; }

    /// <summary>The password again, where <c>Operators:StepUp</c> asks for it. Not recorded.</summary>
    public string? Password { get; init; }

    // A record would print it.
    public override string ToString() => $"{CommandId}";
}

namespace Aura.Dashboard.Api;

/// <summary>Body of <c>POST thresholds/proposals/{id}/approve</c> and <c>decline</c>. Nullable because a client may leave out anything.</summary>
internal sealed record ProposalAnswerRequest(string? CommandId, string? Reason)
{
    /// <summary>The password again, where <c>Operators:StepUp</c> asks for it. Not recorded.</summary>
    public string? Password { get; init; }

    // A record would print it.
    public override string ToString() => $"{CommandId}";
}

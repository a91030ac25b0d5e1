namespace Aura.Dashboard.Queries;

/// <summary>One thing that was checked.</summary>
/// <param name="What">What, in two or three words.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Finding">What was found, in one sentence.</param>
internal sealed record ProofCheck(string What, bool Holds, string Finding);

namespace Aura.Engine.Consensus;

/// <summary>What the nodes vote on.</summary>
public enum AgreementKind
{
    /// <summary>SHA-256 of the raw response body: the original rule.</summary>
    Body,
}

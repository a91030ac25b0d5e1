namespace Aura.Dashboard.Audit;

/// <summary>How the ledger is committed to. Section <c>Audit</c>.</summary>
internal sealed class AuditOptions
{
    public const string Section = "Audit";

    /// <summary>
    /// The folder of signing keys and last checkpoint; a relative path lies below the content root. Empty for the folder
    /// of the SQLite file, or <c>data</c> below the content root with PostgreSQL.
    /// </summary>
    public string StateDirectory { get; set; } = string.Empty;

    /// <summary>While the ledger grows, a checkpoint is signed so often; one second to one minute.</summary>
    public TimeSpan CheckpointPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>A signing key is replaced at this age; one hour to ten years.</summary>
    public TimeSpan KeyRotation { get; set; } = TimeSpan.FromDays(365);

    /// <summary>A replaced key signs on beside the new one for so long; at most <see cref="KeyRotation"/>.</summary>
    public TimeSpan KeyOverlap { get; set; } = TimeSpan.FromDays(30);

    /// <summary>A folder, best on another machine, that receives every new checkpoint; empty for none.</summary>
    public string WitnessDirectory { get; set; } = string.Empty;

    /// <summary>
    /// The address of a witness (C2SP tlog-witness, add-checkpoint); empty for none. HTTPS, or HTTP to this machine in
    /// Development.
    /// </summary>
    public string WitnessUrl { get; set; } = string.Empty;

    /// <summary>What could not be read, in sentences. Not a setting.</summary>
    internal List<string> Unreadable { get; } = [];
}

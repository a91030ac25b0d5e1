using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>A notice and the moment it was recorded.</summary>
/// <param name="Notice">What is recorded.</param>
/// <param name="At">When it was recorded, UTC.</param>
public sealed record NoticeEvidence(Notice Notice, DateTimeOffset At)
{
    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.Notice);
    } = DocumentSchema.Notice;

    /// <summary>The canonical bytes whose digest the ledger entry names as the evidence.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, RoundsJson.Default.NoticeEvidence);

    /// <summary>Reads a notice back.</summary>
    /// <exception cref="FormatException">The bytes are not a notice.</exception>
    public static NoticeEvidence Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, RoundsJson.Default.NoticeEvidence);
}

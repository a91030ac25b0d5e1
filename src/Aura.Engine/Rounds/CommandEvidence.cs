using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>Everything that came from outside with one command.</summary>
/// <param name="Command">The command with its actor and roles.</param>
/// <param name="At">When it was decided, UTC.</param>
public sealed record CommandEvidence(OperatorCommand Command, DateTimeOffset At)
{
    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.Command);
    } = DocumentSchema.Command;

    /// <summary>The canonical bytes whose digest the ledger entry names as the evidence.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, RoundsJson.Default.CommandEvidence);

    /// <summary>Reads evidence back.</summary>
    /// <exception cref="FormatException">The bytes are not evidence.</exception>
    public static CommandEvidence Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, RoundsJson.Default.CommandEvidence);
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>What the digest of a preview is made of.</summary>
internal sealed record PreviewDocument(CommandKind Kind, Scope Scope, long Version, ImmutableArray<string> Lines)
{
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.Preview);
    } = DocumentSchema.Preview;
}

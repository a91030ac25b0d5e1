using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>
/// A message in the form in which it travels, rendered once however many clients receive it: rendering is what a
/// thousand clients would otherwise cost. Both encodings carry the same document, with the names and words of REST.
/// </summary>
[JsonConverter(typeof(RenderedJsonConverter))]
internal sealed class Rendered
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    private readonly Lazy<ReadOnlyMemory<byte>> _messagePack;

    private Rendered(byte[] json)
    {
        Json = json;
        _messagePack = new Lazy<ReadOnlyMemory<byte>>(() => JsonToMessagePack.Convert(Json.Span));
    }

    /// <summary>UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    public ReadOnlyMemory<byte> MessagePack => _messagePack.Value;

    public static Rendered Of<T>(T view) => new(JsonSerializer.SerializeToUtf8Bytes(view, Options));
}

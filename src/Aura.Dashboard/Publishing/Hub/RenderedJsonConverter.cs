using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>Copies what is rendered; clients send none of it back.</summary>
internal sealed class RenderedJsonConverter : JsonConverter<Rendered>
{
    public override Rendered Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The server sends these messages and receives none.");

    public override void Write(Utf8JsonWriter writer, Rendered value, JsonSerializerOptions options) =>
        // Our own serializer wrote it; checking it again for every client is what rendering once saves.
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}

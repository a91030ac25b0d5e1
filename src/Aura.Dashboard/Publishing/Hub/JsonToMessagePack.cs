using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using MessagePack;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>
/// The same document in the other encoding: objects are maps with the same names, whole numbers are integers, all
/// other numbers doubles, and what is text in JSON (prices, times, digests, enums) is text here. A client that reads
/// one encoding reads the other.
/// </summary>
internal static class JsonToMessagePack
{
    public static ReadOnlyMemory<byte> Convert(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        var writer = new MessagePackWriter(buffer);
        Write(ref writer, document.RootElement);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(ref MessagePackWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteMapHeader(value.GetPropertyCount());
                foreach (var member in value.EnumerateObject())
                {
                    writer.Write(member.Name);
                    Write(ref writer, member.Value);
                }

                break;
            case JsonValueKind.Array:
                writer.WriteArrayHeader(value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                    Write(ref writer, item);
                break;
            case JsonValueKind.String:
                writer.Write(value.GetString());
                break;
            case JsonValueKind.Number when value.TryGetInt64(out long whole):
                writer.Write(whole);
                break;
            case JsonValueKind.Number:
                writer.Write(value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Write(value.GetBoolean());
                break;
            case JsonValueKind.Null:
                writer.WriteNil();
                break;
            default:
                throw new UnreachableException();
        }
    }
}

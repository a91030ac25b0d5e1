using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>Tells MessagePack to copy what is rendered; everything else, such as arguments of calls, is the standard's.</summary>
internal sealed class RenderedResolver : IFormatterResolver
{
    public static readonly RenderedResolver Instance = new();

    public IMessagePackFormatter<T>? GetFormatter<T>() =>
        typeof(T) == typeof(Rendered)
            ? (IMessagePackFormatter<T>)(object)Copy.Instance
            : StandardResolver.Instance.GetFormatter<T>();

    private sealed class Copy : IMessagePackFormatter<Rendered>
    {
        public static readonly Copy Instance = new();

        public void Serialize(ref MessagePackWriter writer, Rendered value, MessagePackSerializerOptions options) =>
            writer.WriteRaw(value.MessagePack.Span);

        public Rendered Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
            throw new NotSupportedException("The server sends these messages and receives none.");
    }
}

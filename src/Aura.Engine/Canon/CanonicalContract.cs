using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aura.Engine.Canon;

/// <summary>
/// A source-generated contract that writes members in canonical order and escapes no more than it must. What it writes is
/// almost always canonical already; <see cref="CanonicalForm"/> says when it is not.
/// </summary>
internal static class CanonicalContract
{
    // One copy of the options per generated context: the contracts of a context share what they know of their members.
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Ordered = [];

    public static JsonTypeInfo<T> Of<T>(JsonTypeInfo<T> contract) =>
        (JsonTypeInfo<T>)Ordered.GetValue(contract.Options, WithOrder).GetTypeInfo(typeof(T));

    private static JsonSerializerOptions WithOrder(JsonSerializerOptions options)
    {
        var ordered = new JsonSerializerOptions(options)
        {
            TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(Order),
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        ordered.MakeReadOnly();
        return ordered;
    }

    private static void Order(JsonTypeInfo contract)
    {
        foreach (var (place, member) in contract.Properties.OrderBy(member => member.Name, StringComparer.Ordinal).Index())
            member.Order = place;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aura.Engine.Canon;

/// <summary>The number of a decided round: 1, 2, 3 … without gaps. The default, 0, means that none was decided yet.</summary>
/// <param name="Value">The number.</param>
[JsonConverter(typeof(Number))]
public readonly record struct RoundNumber(long Value) : IComparable<RoundNumber>
{
    /// <summary>Before the first round.</summary>
    public static RoundNumber None => default;

    /// <summary>The round after this one.</summary>
    public RoundNumber Next => new(Value + 1);

    /// <inheritdoc/>
    public int CompareTo(RoundNumber other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>JSON form: a number.</summary>
    public sealed class Number : JsonConverter<RoundNumber>
    {
        /// <inheritdoc/>
        public override RoundNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetInt64());

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, RoundNumber value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Value);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aura.Engine.Canon;

/// <summary>Writes a value type as one JSON string and reads it back through the type's own parser.</summary>
/// <typeparam name="T">The value type.</typeparam>
public abstract class TextConverter<T> : JsonConverter<T>
{
    /// <summary>Parses the text.</summary>
    /// <exception cref="FormatException">The text is not a value of the type.</exception>
    protected abstract T Parse(string text);

    /// <summary>Renders the value.</summary>
    protected abstract string Render(T value);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
            ? reader.GetString() ?? string.Empty
            : throw new JsonException($"A {typeof(T).Name} is written as a string.");
        try
        {
            return Parse(text);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Render(value));
}

using System.Text.Json.Serialization;

namespace Aura.Engine.Canon;

/// <summary>What a breaker guards: one asset, or the whole <c>SYSTEM</c>.</summary>
[JsonConverter(typeof(Text))]
public sealed record Scope
{
    internal const string SystemName = "SYSTEM";

    private Scope(string value) => Value = value;

    /// <summary>The breaker above all assets.</summary>
    public static Scope System { get; } = new(SystemName);

    /// <summary>The text: <c>SYSTEM</c> or the asset's symbol.</summary>
    public string Value { get; }

    /// <summary>Whether this is the breaker above all assets.</summary>
    public bool IsSystem => Value is SystemName;

    /// <summary>The scope of one asset.</summary>
    public static Scope Of(AssetSymbol asset) => new(asset.Value);

    /// <summary>Reads <c>SYSTEM</c> or an asset symbol.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static Scope Parse(string text) => text is SystemName ? System : Of(AssetSymbol.Parse(text));

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>JSON form.</summary>
    public sealed class Text : TextConverter<Scope>
    {
        /// <inheritdoc/>
        protected override Scope Parse(string text) => Scope.Parse(text);

        /// <inheritdoc/>
        protected override string Render(Scope value) => value.Value;
    }
}

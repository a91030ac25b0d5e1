using System.Globalization;
using System.Text.Json.Serialization;

namespace Aura.Engine.Canon;

/// <summary>One node of the oracle network, numbered from 1. Written <c>node-1</c>; ordered by number.</summary>
[JsonConverter(typeof(Text))]
public readonly record struct NodeId : IComparable<NodeId>
{
    private const string Prefix = "node-";

    /// <summary>Names a node.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public NodeId(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Number = number;
    }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; }

    /// <summary>Reads <c>node-N</c>.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static NodeId Parse(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number >= 1
            ? new(number)
            : throw new FormatException($"A node is named {Prefix}1, {Prefix}2 …, not '{text}'.");

    /// <inheritdoc/>
    public int CompareTo(NodeId other) => Number.CompareTo(other.Number);

    /// <inheritdoc/>
    public override string ToString() => Prefix + Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>JSON form.</summary>
    public sealed class Text : TextConverter<NodeId>
    {
        /// <inheritdoc/>
        protected override NodeId Parse(string text) => NodeId.Parse(text);

        /// <inheritdoc/>
        protected override string Render(NodeId value) => value.ToString();
    }
}

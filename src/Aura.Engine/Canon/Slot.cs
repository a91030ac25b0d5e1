using System.Text.Json.Serialization;

namespace Aura.Engine.Canon;

/// <summary>An instant of the round schedule, UTC, whole milliseconds. At most one round is decided for a slot.</summary>
[JsonConverter(typeof(Text))]
public readonly record struct Slot : IComparable<Slot>
{
    /// <summary>Names the slot at an instant.</summary>
    public Slot(DateTimeOffset instant) => Instant = InstantText.Truncate(instant);

    /// <summary>The instant.</summary>
    public DateTimeOffset Instant { get; }

    /// <inheritdoc/>
    public int CompareTo(Slot other) => Instant.CompareTo(other.Instant);

    /// <inheritdoc/>
    public override string ToString() => InstantText.Of(Instant);

    /// <summary>JSON form.</summary>
    public sealed class Text : TextConverter<Slot>
    {
        /// <inheritdoc/>
        protected override Slot Parse(string text) => new(InstantText.Read(text));

        /// <inheritdoc/>
        protected override string Render(Slot value) => value.ToString();
    }
}

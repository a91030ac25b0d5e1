using System.Text;
using System.Text.Json;

namespace Aura.Engine.Tests.Market.Fuzzing;

/// <summary>
/// A JSON value that may be wrong: members may repeat, and a leaf is any text. The tree is what lets a mutation keep
/// the shape of a body while it breaks one place of it.
/// </summary>
internal sealed class FuzzValue
{
    private FuzzValue(FuzzKind kind, string text, List<(string Name, FuzzValue Value)> members)
    {
        Kind = kind;
        Text = text;
        Members = members;
    }

    public FuzzKind Kind { get; private set; }

    /// <summary>A leaf as it is written, quotes included.</summary>
    public string Text { get; private set; }

    /// <summary>Members of an object, or items of a list under unused names.</summary>
    public List<(string Name, FuzzValue Value)> Members { get; private set; }

    public static FuzzValue Leaf(string text) => new(FuzzKind.Leaf, text, []);

    public static FuzzValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new(
            FuzzKind.Object, string.Empty, [.. element.EnumerateObject().Select(member => (member.Name, Of(member.Value)))]),
        JsonValueKind.Array => new(
            FuzzKind.List, string.Empty, [.. element.EnumerateArray().Select(item => (string.Empty, Of(item)))]),
        _ => Leaf(element.GetRawText()),
    };

    /// <summary>This value inside a list or an object of one.</summary>
    public FuzzValue Nested(FuzzKind kind) => new(kind, string.Empty, [("a", this)]);

    public FuzzValue Clone() =>
        new(Kind, Text, [.. Members.Select(member => (member.Name, member.Value.Clone()))]);

    /// <summary>Becomes another value where it stands.</summary>
    public void Become(FuzzValue other) => (Kind, Text, Members) = (other.Kind, other.Text, other.Members);

    /// <summary>This value and all below it.</summary>
    public IEnumerable<FuzzValue> All() => Members.SelectMany(member => member.Value.All()).Prepend(this);

    public void Write(StringBuilder target)
    {
        if (Kind is FuzzKind.Leaf)
        {
            target.Append(Text);
            return;
        }

        target.Append(Kind is FuzzKind.Object ? '{' : '[');
        for (int i = 0; i < Members.Count; i++)
        {
            if (i > 0)
                target.Append(',');
            if (Kind is FuzzKind.Object)
                target.Append('"').Append(Members[i].Name).Append("\":");
            Members[i].Value.Write(target);
        }

        target.Append(Kind is FuzzKind.Object ? '}' : ']');
    }
}

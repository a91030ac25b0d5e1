using System.Text;
using Aura.Engine.Canon;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Canon;

/// <summary>What is taken for canonical without being written anew must be exactly what would have been written.</summary>
public sealed class CanonicalFormTests
{
    private static readonly Gen<string> Names = Gen.Char['a', 'e'].Array[0, 2].Select(letters => new string(letters));

    // Compact and spaced, in order and not, with keys twice and numbers and texts of both kinds.
    private static readonly Gen<string> Documents = Gen.Recursive<string>((depth, nested) =>
    {
        var leaf = One(
            "0", "-0", "7", "-12", "123456789012345", "9007199254740991", "true", "false", "null", "\"\"", "\"plain +'<>\"",
            "\"\\u0041\"", "\"\\n\"", "\"a\\\"b\\\\\"", "\"\\/\"", "\"\\u000a\"", "\"\\u001F\"", "\"\\u001f\"", "\"é\"", "[]", "{}", "{ }", "[ ]");
        if (depth > 3)
            return leaf;
        var separator = One(",", ",", ",", " ,", ", ");
        var members = Gen.Select(Names, nested, separator).Array[0, 4];
        return Gen.OneOf(
            leaf,
            Gen.Select(nested.Array[0, 3], separator, (items, between) => $"[{string.Join(between, items)}]"),
            members.Select(all => Render(all.OrderBy(member => member.Item1, StringComparer.Ordinal))),
            members.Select(all => Render(all.DistinctBy(member => member.Item1).OrderBy(member => member.Item1, StringComparer.Ordinal))),
            members.Select(Render));
    });

    [Fact]
    public void What_is_recognised_is_its_own_canonical_form() =>
        Documents.Sample(document => Assert.True(
            !CanonicalForm.Is(Bytes(document)) || CanonicalJson.Canonicalize(Bytes(document)).AsSpan().SequenceEqual(Bytes(document)),
            document), iter: 20_000);

    [Theory]
    [InlineData("""{"a":[1,-2,{"b":{},"c":[]}],"b":"text","bb":null,"c":true,"d":0}""")]
    [InlineData("""{"":1}""")]
    [InlineData("""["a \"quoted\" line\n","\\","\b\f\r\t"]""")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Documents_like_those_of_the_ledger_are_recognised(string document) =>
        Assert.True(CanonicalForm.Is(Bytes(document)));

    [Theory]
    [InlineData("""{"b":1,"a":2}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"":1,"":2}""")]
    [InlineData("""{"a":{"c":1},"b":{"c":1,"b":1}}""")]
    [InlineData("""{"a": 1}""")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    [InlineData("-0")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("9007199254740993")]
    [InlineData("\"\\u0041\"")]
    [InlineData("{\"\\u0061\":1}")]
    [InlineData("{\"\\n\":1}")]
    [InlineData("\"\\/\"")]
    [InlineData("\"\\u000a\"")]
    [InlineData("\"\u007f\"")]
    [InlineData("{\"ö\":1}")]
    public void Anything_else_is_left_to_whoever_writes_the_canonical_form(string document) =>
        Assert.False(CanonicalForm.Is(Bytes(document)));

    private static Gen<string> One(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);

    private static string Render(IEnumerable<(string Name, string Value, string Separator)> members)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value, separator) in members)
            text.Append(text.Length == 1 ? string.Empty : separator).Append('"').Append(name).Append("\":").Append(value);
        return text.Append('}').ToString();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

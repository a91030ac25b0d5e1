using System.Globalization;
using System.Text;
using Aura.Engine.Canon;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Canon;

/// <summary>Vectors: RFC 8785 and cyberphone/json-canonicalization testdata, where they do not need fractions.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    // RFC 8785 §3.2.3: sorting of property names; the values are the names' descriptions.
    [InlineData(
        """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""",
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}")]
    // testdata/{input,output}/values.json without its fractions.
    [InlineData(
        """{"escaping":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null, true, false]}""",
        """{"escaping":"€$\u000f\nA'B\"\\\\\"/","literals":[null,true,false]}""")]
    // testdata/{input,output}/arrays.json
    [InlineData("""[ 56, { "d": true, "10": null, "1": [ ] } ]""", """[56,{"1":[],"10":null,"d":true}]""")]
    // testdata/{input,output}/french.json
    [InlineData(
        """{ "peach": "This sorting order", "péché": "is wrong according to French", "pêche": "but canonicalization MUST", "sin": "ignore locale" }""",
        """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""")]
    // testdata/{input,output}/structures.json without its fraction.
    [InlineData(
        """{ "1": {"f": {"f": "hi","F": 5} ,"\n": 561}, "10": { }, "": "empty", "a": { }, "111": [ {"e": "yes","E": "no" } ], "A": { } }""",
        """{"":"empty","1":{"\n":561,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}""")]
    // testdata/{input,output}/weird.json, the members that differ from the above.
    [InlineData(
        """{ "\u000a": "Newline", "</script>": "Browser Challenge", "\u0022": "Quote" }""",
        """{"\n":"Newline","\"":"Quote","</script>":"Browser Challenge"}""")]
    // RFC 8785 §3.2.2.2: no other character is escaped, not even those that web encoders escape.
    [InlineData("""["<>&+'\u007f\u2028\u00e9"]""", "[\"<>&+'\u007f\u2028é\"]")]
    public void A_document_has_one_canonical_form(string input, string expected) =>
        Assert.Equal(expected, Canonical(input));

    [Theory]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    [InlineData("-0", "0")]
    [InlineData("0", "0")]
    public void Integers_below_two_to_the_53_are_kept(string input, string expected) =>
        Assert.Equal($"[{expected}]", Canonical($"[{input}]"));

    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("18446744073709551616")]
    [InlineData("4.5")]
    [InlineData("2e-3")]
    [InlineData("1E30")]
    [InlineData("0.1")]
    public void Other_numbers_are_refused(string number) =>
        Assert.Contains(number, Refusal($"[{number}]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""{"o":{"a":1,"b":2,"a":1}}""")]
    public void A_repeated_key_is_refused(string input) => Refusal(input);

    [Theory]
    [InlineData("""["\ud800"]""")]
    [InlineData("""["\ude00\ud83d"]""")]
    [InlineData("""["a\ud83d"]""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"b":1,"\udc00":{"c":2}}""")]
    public void Half_of_a_surrogate_pair_is_refused(string input) => Refusal(input);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("[1] 2")]
    [InlineData("// remark\n1")]
    [InlineData("NaN")]
    [InlineData("{'a':1}")]
    public void Text_that_is_no_strict_JSON_is_refused(string input) => Refusal(input);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused() =>
        Assert.Throws<FormatException>(() => CanonicalJson.Canonicalize(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }));

    [Fact]
    public void Depth_is_bounded() => Refusal(new string('[', 10_000) + new string(']', 10_000));

    [Fact]
    public void The_canonical_form_of_a_canonical_document_is_itself() =>
        Documents.Sample(document =>
        {
            string once = Canonical(document);
            Assert.Equal(once, Canonical(once));
        });

    [Fact]
    public void The_order_of_members_does_not_matter() =>
        Gen.Dictionary(Gen.String, Gen.Int)[0, 8].Sample(members =>
        {
            string Render(IEnumerable<KeyValuePair<string, int>> order) =>
                "{" + string.Join(',', order.Select(m => $"{Quoted(m.Key)}:{m.Value.ToString(CultureInfo.InvariantCulture)}")) + "}";
            Assert.Equal(Canonical(Render(members)), Canonical(Render(members.Reverse())));
        });

    private static readonly Gen<string> Documents = Gen.Recursive<string>((depth, nested) =>
        Gen.OneOf(
            Gen.String.Select(Quoted),
            Gen.Long[-CanonicalJson.LargestInteger, CanonicalJson.LargestInteger]
                .Select(n => n.ToString(CultureInfo.InvariantCulture)),
            Gen.OneOf(Gen.Const("true"), Gen.Const("false"), Gen.Const("null")),
            depth > 3 ? Gen.Const("[]") : nested.Array[0, 4].Select(items => "[ " + string.Join(" , ", items) + " ]")));

    private static string Quoted(string text) =>
        "\"" + string.Concat(text.Where(c => !char.IsSurrogate(c)).Select(c => $"\\u{(int)c:x4}")) + "\"";

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));

    private static string Refusal(string json) => Assert.Throws<FormatException>(() => Canonical(json)).Message;
}

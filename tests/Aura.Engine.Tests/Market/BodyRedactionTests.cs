using System.Net;
using System.Text;
using Aura.Engine.Market;
using Xunit;

namespace Aura.Engine.Tests.Market;

/// <summary>A canary key in every spelling in which a body may echo it.</summary>
public sealed class BodyRedactionTests
{
    private const string Key = "Canary+7/KEY=x&Z9";

    public static TheoryData<string, string> Spellings => new()
    {
        { "plain", Key },
        { "upper case", Key.ToUpperInvariant() },
        { "lower case", Key.ToLowerInvariant() },
        { "address", Uri.EscapeDataString(Key) },
        { "every character percent escaped", Each(Key, c => $"%{(int)c:X2}") },
        { "lower percent escapes", Each(Key, c => $"%{(int)c:x2}") },
        { "address in an address", Uri.EscapeDataString(Uri.EscapeDataString(Key)) },
        { "JSON escapes", Each(Key, c => $"\\u{(int)c:x4}") },
        { "JSON escapes in capitals", Each(Key, c => $"\\u{(int)c:X4}") },
        { "every other character escaped", Each(Key, c => c % 2 == 0 ? $"\\u{(int)c:X4}" : c.ToString()) },
        { "escaped solidus", Key.Replace("/", "\\/", StringComparison.Ordinal) },
        { "JSON in JSON", Each(Key, c => $"\\\\u{(int)c:x4}") },
        { "HTML", WebUtility.HtmlEncode(Key) },
        { "decimal entities", Each(Key, c => $"&#{(int)c};") },
        { "hexadecimal entities", Each(Key, c => $"&#x{(int)c:X};") },
        { "hexadecimal", Convert.ToHexString(Encoding.ASCII.GetBytes(Key)) },
        { "lower hexadecimal", Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Key)) },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_key_is_removed_however_it_is_spelled(string spelling, string echoed)
    {
        string body = $$"""{"Information":"We have detected your API key as {{echoed}} and so on {{echoed}}"}""";

        var redacted = BodyRedaction.Of(Encoding.UTF8.GetBytes(body), [Key]);

        Assert.True(redacted.IsRedacted, spelling);
        Assert.Equal(2, redacted.Removed);
        Assert.Equal(
            body.Replace(echoed, BodyRedaction.Marker, StringComparison.Ordinal), Encoding.UTF8.GetString(redacted.Body.Span));
    }

    [Fact]
    public void A_key_in_UTF_16_is_removed()
    {
        Assert.All(
            (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode],
            encoding =>
            {
                var redacted = BodyRedaction.Of(encoding.GetBytes($"your key {Key}!"), [Key]);

                Assert.Equal(1, redacted.Removed);
                Assert.DoesNotContain("ana", Letters(redacted), StringComparison.OrdinalIgnoreCase);
            });

        static string Letters(RedactedBody redacted) => string.Concat(
            Encoding.Latin1.GetString(redacted.Body.Span).Where(char.IsAsciiLetter));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    public void A_key_inside_Base64_is_removed_at_every_offset(string before)
    {
        string token = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{before}{Key}:rest"));

        var redacted = BodyRedaction.Of(Encoding.ASCII.GetBytes($"Basic {token}"), [Key]);

        Assert.Equal(1, redacted.Removed);
        string remains = Encoding.ASCII.GetString(redacted.Body.Span);
        Assert.DoesNotContain(token[4..^8], remains, StringComparison.Ordinal);
        Assert.InRange(remains.Length, 1, "Basic ".Length + BodyRedaction.Marker.Length + token.Length - 16);
    }

    [Fact]
    public void Keys_that_overlap_leave_no_piece_of_either()
    {
        var redacted = BodyRedaction.Of("x ABCDEFGHIJ y ABCDEF z"u8.ToArray(), ["ABCDEF", "EFGHIJ"]);

        Assert.Equal("x [redacted] y [redacted] z", Encoding.ASCII.GetString(redacted.Body.Span));
        Assert.Equal(2, redacted.Removed);
    }

    [Fact]
    public void A_longer_key_leaves_no_tail_of_itself_beside_a_shorter_one() => Assert.Equal(
        "key [redacted].",
        Encoding.ASCII.GetString(BodyRedaction.Of("key ABCDEFGH."u8.ToArray(), ["ABCD", "ABCDEFGH"]).Body.Span));

    [Fact]
    public void A_body_without_a_key_keeps_its_bytes_and_says_so()
    {
        foreach (string name in OwnBody.Names)
        {
            byte[] body = OwnBody.Read(name);

            var redacted = BodyRedaction.Of(body, [Key, "", "   ", "abc"]);

            Assert.False(redacted.IsRedacted, name);
            Assert.Equal(body, redacted.Body.ToArray());
        }
    }

    [Fact]
    public void The_kept_quota_body_loses_its_key_and_keeps_its_class()
    {
        var redacted = BodyRedaction.Of(OwnBody.Read("refused-spent.json"), ["CANARY0000000KEY"]);

        Assert.Equal(1, redacted.Removed);
        Assert.DoesNotContain("CANARY", Encoding.UTF8.GetString(redacted.Body.Span), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            RefusalCode.QuotaSpent,
            Assert.IsType<Reading.Refused>(BodyParsers.Read(VendorSources.Intraday, redacted.Body, DateTimeOffset.UnixEpoch)).Code);
    }

    [Theory]
    [InlineData("CanaryKEY")]
    [InlineData("Canary+7/KEY")]
    [InlineData("Canar\\u0079+7/KEY=x&Z8")]
    [InlineData("\\u004")]
    [InlineData("Canary+7/KEY=x%2")]
    [InlineData("&#67")]
    public void A_piece_of_a_key_or_of_an_escape_is_no_key(string text) =>
        Assert.False(BodyRedaction.Of(Encoding.UTF8.GetBytes(text), [Key]).IsRedacted);

    [Fact]
    public void No_body_of_escapes_makes_the_search_slow()
    {
        // A search that went back over each run of these would take minutes.
        foreach (string part in (string[])["\\", "%25", "&", "\0", "Canary+7/KEY=x&Z"])
            Assert.False(BodyRedaction.Of(
                Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(part, 262_144 / part.Length))), [Key]).IsRedacted);
    }

    private static string Each(string text, Func<char, string> spell) => string.Concat(text.Select(spell));
}

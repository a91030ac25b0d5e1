using System.Globalization;
using Aura.Engine.Canon;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Canon;

public sealed class TextFormTests
{
    [Theory]
    [InlineData("3356.73", "3356.73")]
    [InlineData("3356.7300", "3356.73")]
    [InlineData("100", "100")]
    [InlineData("100.000", "100")]
    [InlineData("0.0000", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_decimal_has_neither_exponent_nor_trailing_zeros(string value, string expected) =>
        Assert.Equal(expected, DecimalText.Of(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Fact]
    public void Equal_decimals_have_equal_texts_whatever_their_scale() =>
        Gen.Decimal[-1_000_000m, 1_000_000m].Sample(value =>
        {
            string text = DecimalText.Of(value);
            Assert.Equal(value, decimal.Parse(text, CultureInfo.InvariantCulture));
            Assert.Equal(text, DecimalText.Of(value * 1.0m));
            Assert.DoesNotContain("E", text, StringComparison.OrdinalIgnoreCase);
        });

    [Fact]
    public void An_instant_is_written_in_UTC_and_truncated_to_milliseconds()
    {
        var instant = new DateTimeOffset(2025, 6, 5, 16, 0, 0, TimeSpan.FromHours(-4)).AddTicks(1_239_999);

        Assert.Equal("2025-06-05T20:00:00.123Z", InstantText.Of(instant));
        Assert.Equal(0, InstantText.Truncate(instant).Ticks % TimeSpan.TicksPerMillisecond);
    }

    [Fact]
    public void An_instant_is_read_back() =>
        Gen.DateTimeOffset.Sample(instant =>
            Assert.Equal(InstantText.Truncate(instant), InstantText.Read(InstantText.Of(instant))));

    [Theory]
    [InlineData("2025-06-05T20:00:00Z")]
    [InlineData("2025-06-05T20:00:00.123")]
    [InlineData("2025-06-05T20:00:00.123+00:00")]
    [InlineData("2025-06-05 20:00:00.123Z")]
    [InlineData("2025-06-31T20:00:00.123Z")]
    [InlineData("")]
    public void An_instant_has_no_other_form(string text) => Assert.Throws<FormatException>(() => InstantText.Read(text));

    [Fact]
    public void A_digest_is_that_of_the_platform() =>
        // FIPS 180-4 example: SHA-256("abc").
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digest.Of("abc"u8).Hex);

    [Fact]
    public void The_default_digest_is_all_zeros_and_equal_to_itself()
    {
        Assert.Equal(new string('0', 64), default(Digest).Hex);
        Assert.Equal(default, Digest.Parse(new string('0', 64)));
        Assert.Equal(default(Digest).GetHashCode(), Digest.Parse(new string('0', 64)).GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("zz7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void A_digest_is_64_lower_case_hexadecimal_digits(string text) =>
        Assert.Throws<FormatException>(() => Digest.Parse(text));

    [Theory]
    [InlineData("SYSTEM")]
    [InlineData("gold")]
    [InlineData("")]
    [InlineData("GOLD ")]
    [InlineData("ABCDEFGHIJKLM")]
    public void An_asset_symbol_is_short_capital_and_not_SYSTEM(string text) =>
        Assert.Throws<FormatException>(() => AssetSymbol.Parse(text));

    [Fact]
    public void A_scope_is_SYSTEM_or_an_asset()
    {
        Assert.True(Scope.Parse("SYSTEM").IsSystem);
        Assert.Equal(Scope.Of(AssetSymbol.Parse("GOLD")), Scope.Parse("GOLD"));
        Assert.Throws<FormatException>(() => Scope.Parse("system"));
    }

    [Theory]
    [InlineData("node-0")]
    [InlineData("node--1")]
    [InlineData("node-")]
    [InlineData("Node-1")]
    [InlineData("node-1 ")]
    [InlineData("node-99999999999")]
    public void A_node_is_numbered_from_one(string text) => Assert.Throws<FormatException>(() => NodeId.Parse(text));

    [Fact]
    public void Nodes_are_ordered_by_number_not_by_text() =>
        Assert.True(NodeId.Parse("node-2").CompareTo(NodeId.Parse("node-10")) < 0);

    [Fact]
    public void A_slot_has_whole_milliseconds()
    {
        var instant = new DateTimeOffset(2025, 6, 5, 20, 0, 0, TimeSpan.Zero);

        Assert.Equal(new Slot(instant), new Slot(instant.AddTicks(9_999)));
    }
}

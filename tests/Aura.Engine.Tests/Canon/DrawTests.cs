using Aura.Engine.Canon;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Canon;

public sealed class DrawTests
{
    [Fact]
    public void Every_part_of_the_name_opens_a_stream_of_its_own()
    {
        string[] draws =
        [
            Hex(Draw.Bytes(1, "delay", new RoundNumber(1), 1, "a")),
            Hex(Draw.Bytes(2, "delay", new RoundNumber(1), 1, "a")),
            Hex(Draw.Bytes(1, "price", new RoundNumber(1), 1, "a")),
            Hex(Draw.Bytes(1, "delay", new RoundNumber(2), 1, "a")),
            Hex(Draw.Bytes(1, "delay", new RoundNumber(1), 2, "a")),
            Hex(Draw.Bytes(1, "delay", new RoundNumber(1), 1, "b")),
            // Digits that move from one part to the next.
            Hex(Draw.Bytes(1, "delay", new RoundNumber(11), 1, "a")),
            Hex(Draw.Bytes(1, "delay", new RoundNumber(1), 11, "a")),
        ];

        Assert.Equal(draws.Length, draws.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_same_name_gives_the_same_draw_for_ever() =>
        // printf '7\nvector\n3\n2\ngold-av-gld' | sha256sum
        Assert.Equal(
            "5b306e2c3b615400b333b44d780c3ea8367f8a743894dd9387fbe8546d774775",
            Hex(Draw.Bytes(7, "vector", new RoundNumber(3), 2, "gold-av-gld")));

    [Fact]
    public void A_fraction_lies_in_zero_to_one_with_nine_places() =>
        Gen.Long.Sample(seed =>
        {
            decimal fraction = Draw.Fraction(seed, "property");
            Assert.InRange(fraction, 0m, 0.999999999m);
            Assert.Equal(fraction, decimal.Round(fraction, 9));
        });

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}

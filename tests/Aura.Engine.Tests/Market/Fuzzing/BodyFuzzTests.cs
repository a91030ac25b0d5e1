using System.Diagnostics;
using System.Globalization;
using System.Text;
using Aura.Engine.Market;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Market.Fuzzing;

/// <summary>
/// Fifty thousand bodies that are almost right, each read by a third of the parsers in turn; two million when AURA_FUZZ
/// says so, and then by every parser and by the clock. AURA_FUZZ_SEED repeats a run; a failing one prints its seed, the
/// number of the body and its bytes.
/// </summary>
public sealed class BodyFuzzTests(ITestOutputHelper output)
{
    private const int Inputs = 50_000;
    private const decimal HighestAmount = 1_000_000_000_000m;

    private static readonly TimeSpan Slowest = TimeSpan.FromMilliseconds(50);

    private static readonly int? Asked = Number("AURA_FUZZ");

    private static readonly int Seed = Number("AURA_FUZZ_SEED") ?? 6;

    [Fact]
    public void No_body_breaks_a_parser_or_makes_it_state_a_number_outside_its_domain()
    {
        int inputs = Asked ?? Inputs;
        var bodies = new FuzzedBody(Seed);
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        var slowest = TimeSpan.Zero;
        for (int number = 0; number < inputs; number++)
        {
            byte[] body = bodies.At(number);
            foreach (var source in ReadersOf(number))
            {
                var (said, elapsed) = Timed(source, body, number);
                slowest = elapsed > slowest ? elapsed : slowest;
                told[said] = told.GetValueOrDefault(said) + 1;
            }
        }

        output.WriteLine($"seed {Seed}, {inputs} bodies, {VendorSources.All.Count} parsers, slowest {slowest.TotalMilliseconds:F1} ms");
        foreach (var (said, count) in told.OrderByDescending(entry => entry.Value))
            output.WriteLine($"{said} {count}");

        // Mutations that no parser could ever read would prove nothing, and neither would those that never fail.
        Assert.All(
            VendorSources.All, source => Assert.True(told.GetValueOrDefault(PriceOf(source)) > inputs / 5_000, source.Id.Value));
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(RefusalCode.Malformed), nameof(RefusalCode.Empty), nameof(RefusalCode.UnknownSymbol),
                nameof(RefusalCode.Implausible), nameof(RefusalCode.Throttled), nameof(RefusalCode.QuotaSpent),
                nameof(RefusalCode.BadKey), nameof(RefusalCode.Entitlement), nameof(RefusalCode.FutureDated),
            },
            told.Keys.ToHashSet(StringComparer.Ordinal));
        // Wall clocks of a busy machine lie, so only the long run, which nobody waits for, is held to them.
        if (Asked is not null)
            Assert.InRange(slowest, TimeSpan.Zero, Slowest);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bodies_and_another_one_others()
    {
        Assert.All(Enumerable.Range(0, 100), number => Assert.Equal(new FuzzedBody(1).At(number), new FuzzedBody(1).At(number)));
        Assert.NotEqual(
            Enumerable.Range(0, 100).Select(number => Convert.ToBase64String(new FuzzedBody(1).At(number))),
            Enumerable.Range(0, 100).Select(number => Convert.ToBase64String(new FuzzedBody(2).At(number))));
    }

    private static IEnumerable<SourceRule> ReadersOf(int number) =>
        Asked is not null ? VendorSources.All : VendorSources.All.Where((_, i) => i % 3 == number % 3);

    // A body that is slow is slow each time; a pause of the machine is not.
    private static (string Said, TimeSpan Elapsed) Timed(SourceRule source, byte[] body, int number)
    {
        string said = string.Empty;
        var fastest = TimeSpan.MaxValue;
        for (int attempt = 0; attempt < 3 && fastest > Slowest; attempt++)
        {
            long started = Stopwatch.GetTimestamp();
            said = Told(source, body, number);
            var elapsed = Stopwatch.GetElapsedTime(started);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        return (said, fastest);
    }

    private static string Told(SourceRule source, byte[] body, int number)
    {
        try
        {
            switch (BodyParsers.Read(source, body, Standard.Start))
            {
                case Reading.Quoted { Quote: var quote }:
                    Assert.InRange(quote.Amount, 0.0000000000000000000000000001m, HighestAmount);
                    Assert.Equal((source.Symbol, "USD", source.Unit), (quote.Symbol, quote.Currency, quote.Unit));
                    return PriceOf(source);
                case Reading.Refused refused:
                    Assert.NotEqual(RefusalCode.None, refused.Code);
                    Assert.DoesNotContain("CANARY", refused.Reason, StringComparison.Ordinal);
                    return refused.Code.ToString();
                case var other:
                    throw new UnreachableException(other.ToString());
            }
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"Seed {Seed}, body {number} (AURA_FUZZ_SEED={Seed}) read by {source.Id}: {Encoding.Latin1.GetString(body)}", exception);
        }
    }

    private static string PriceOf(SourceRule source) => $"price of {source.Id}";

    private static int? Number(string variable) => int.TryParse(
        Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number
        : null;
}

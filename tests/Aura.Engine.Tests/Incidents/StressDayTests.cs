using System.Globalization;
using System.Text;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Incidents;

/// <summary>
/// Days that everybody remembers, at their real prices: from one close to the next as one step, and for gold a share that
/// still states the close before. With every guard on, and with every guard off.
/// </summary>
public sealed class StressDayTests(ITestOutputHelper output)
{
    private const string Expected = "stress-days.txt";
    private const decimal JumpsAbovePercent = 10m;

    [Fact]
    public void Every_stress_day_takes_the_course_that_is_written_down_and_without_guards_nothing_ever_opens()
    {
        var lines = new StringBuilder();
        foreach (var day in Shared.Rows("derived/stress_days.csv").SelectMany(StressDay.Of))
        {
            string guarded = Play(day, CauseMode.On, out bool jumped, out bool opened);
            string open = Play(day, CauseMode.Off, out _, out bool openedAnyway);
            lines.Append(CultureInfo.InvariantCulture, $"{day.Date} {day.Asset} {day.Kind}: {guarded}; without guards: {open}\n");

            // Said by the numbers alone, beside what the engine said.
            Assert.Equal(Math.Abs(100m * (day.After - day.Before) / day.Before) > JumpsAbovePercent, jumped);
            Assert.False(openedAnyway);
            Assert.True(opened == jumped || day.IsStale, $"{day.Date} {day.Asset}");
        }

        output.WriteLine(lines.ToString());
        string wanted = File.ReadAllText(Repository.PathOf("tests", "Aura.Engine.Tests", "Incidents", Expected)).ReplaceLineEndings("\n");
        Assert.Equal(wanted, lines.ToString());
    }

    private static string Play(StressDay day, CauseMode mode, out bool jumped, out bool opened)
    {
        var rules = A.RuleSet().AsShipped().WithBounds(0.01m, 100_000m).WithBreaker(breaker => breaker with
        {
            Causes = [.. breaker.CausesInForce.Select(cause => cause with { Mode = mode })],
        }).Build();
        var scope = Scope.Of(day.Asset);
        var before = RoundDecision.Decide(EngineState.Initial, rules, day.Morning(A.Round().Under(rules)).Build()).Next;
        var outcome = RoundDecision.Decide(before, rules, day.Evening(A.Round().Under(rules).After(before)).Build());
        var asset = outcome.Report.Assets.Single(found => found.Asset == day.Asset);
        var breaker = outcome.Report.Breakers.Single(found => found.Scope == scope);
        jumped = breaker.ActiveCauses.Contains(BreakerCause.PriceJump);
        opened = outcome.Report.Breakers.Any(found => found.State is not BreakerState.Closed);
        string causes = breaker.ActiveCauses.IsEmpty ? "no cause" : string.Join(" ", breaker.ActiveCauses);
        return $"{asset.Tier}, {causes}, {breaker.State}, {(asset.WithheldBecause is null ? "published" : "withheld")}";
    }
}

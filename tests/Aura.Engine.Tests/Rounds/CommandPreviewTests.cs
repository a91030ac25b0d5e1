using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

public sealed class CommandPreviewTests
{
    private static readonly BreakerRules One = A.RuleSet().Build().Breaker;
    private static readonly BreakerRules Two = One with { ApprovalsRequired = 2 };
    private static readonly Scope Gold = Standard.GoldScope;
    private static readonly Scope Msft = Scope.Parse("MSFT");

    [Fact]
    public void A_trip_of_SYSTEM_names_the_prices_that_stop_and_those_that_are_stopped_already() =>
        Assert.Equal(
            [
                "SYSTEM is Closed, version 1.",
                "No round was decided yet.",
                "These prices stop going out at once: MSFT.",
                "These prices are stopped already, from now on by your decision too: GOLD.",
                "SYSTEM stays Isolated until a person resets it.",
                "No other breaker changes.",
                "Rounds go on: prices are still fetched, agreed and recorded.",
                "Every open page and every connected program is told at once; the ledger records it with your name and reason.",
                "Next: an operator can reset it after 10 s.",
            ],
            Texts(CommandKind.Trip, Scope.System, One, gold: BreakerState.Open));

    [Fact]
    public void A_reset_says_what_goes_out_again_only_when_its_breaker_is_the_last_one_that_holds_it()
    {
        var free = Texts(CommandKind.Reset, Gold, One, gold: BreakerState.Open);
        var held = Texts(CommandKind.Reset, Gold, One, gold: BreakerState.Open, system: BreakerState.Isolated);
        var system = Texts(CommandKind.Reset, Scope.System, One, gold: BreakerState.Open, system: BreakerState.Isolated);

        Assert.Contains("Only then these prices go out again: GOLD.", free);
        Assert.Contains("These prices stay stopped, by another breaker that is not Closed: GOLD.", held);
        Assert.Contains("Only then these prices go out again: MSFT.", system);
        Assert.Contains("These prices stay stopped, by another breaker that is not Closed: GOLD.", system);
        Assert.Contains("Before 2025-06-05T19:00:10.000Z it is refused: the cool-down lasts 10 s after the trip.", free);
        Assert.Contains("Its last change: Closed → Open at 2025-06-05T19:00:00.000Z, cause ExtremeDispersion.", free);
    }

    [Fact]
    public void Where_two_people_are_needed_a_reset_promises_nothing_but_a_request()
    {
        var texts = Texts(CommandKind.Reset, Gold, Two, gold: BreakerState.Open);

        Assert.Contains("Nothing changes yet: a compliance officer other than you must approve within 15 minutes.", texts);
        Assert.Equal("Next: a compliance officer approves or declines.", texts[^1]);
        Assert.DoesNotContain(texts, text => text.Contains("Probing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BreakerState.Closed)]
    [InlineData(BreakerState.HalfOpen)]
    public void What_would_be_refused_says_so(BreakerState state) =>
        Assert.Contains($"It will be refused: a breaker that is {state} cannot be reset.", Texts(CommandKind.Reset, Gold, One, gold: state));

    [Fact]
    public void Equal_previews_have_equal_digests_and_any_other_line_another_one()
    {
        var breakers = Breakers(One, BreakerState.Open, BreakerState.Closed);
        var shown = CommandPreview.Of(CommandKind.Reset, Gold, breakers, One, null);

        Assert.Equal(shown.ToDigest(), CommandPreview.Of(CommandKind.Reset, Gold, breakers, One, null).ToDigest());
        Assert.Equal(
            4,
            new[]
            {
                shown,
                CommandPreview.Of(CommandKind.Approve, Gold, breakers, One, null),
                CommandPreview.Of(CommandKind.Reset, Gold, Breakers(One, BreakerState.Open, BreakerState.Open), One, null),
                CommandPreview.Of(CommandKind.Reset, Gold, breakers, One with { HalfOpenRounds = 4 }, null),
            }.Select(preview => preview.ToDigest()).Distinct().Count());
    }

    [Fact]
    public void A_stale_preview_refuses_everything_but_a_trip()
    {
        var open = A.State().WithBreaker(Gold, BreakerState.Open).Build();
        foreach (var (command, expected) in ((CommandBuilder, BreakerRefusal)[])
        [
            (A.Command().Trip(Gold), BreakerRefusal.None),
            (A.Command().Reset(Gold).ExpectingVersion(2), BreakerRefusal.StalePreview),
            (A.Command().Reset(Gold).ExpectingVersion(1), BreakerRefusal.StaleVersion),
            (A.Command().Reset(Gold).ExpectingVersion(2).By("nobody"), BreakerRefusal.Forbidden),
        ])
        {
            var objected = command.Build() with { Objection = CommandObjection.StalePreview };
            var outcome = CommandDecision.Decide(open, A.RuleSet().Build(), objected, Standard.Start.AddMinutes(1));
            Assert.Equal(expected, outcome.Answer.Refusal);
        }
    }

    [Fact]
    public void What_was_shown_is_part_of_the_command_and_what_the_server_found_is_not()
    {
        var command = A.Command().Build();
        var shown = command with { Preview = Digest.Of([1]) };

        Assert.NotEqual(command.ToBodyDigest(), shown.ToBodyDigest());
        Assert.Equal(shown.ToBodyDigest(), (shown with { Objection = CommandObjection.StalePreview }).ToBodyDigest());
        var read = CommandEvidence.Parse(
            new CommandEvidence(shown with { Objection = CommandObjection.StalePreview }, Standard.Start).ToBytes()).Command;
        Assert.Equal((shown.Preview, CommandObjection.StalePreview), (read.Preview, read.Objection));
        Assert.DoesNotContain(
            "preview", System.Text.Encoding.UTF8.GetString(new CommandEvidence(command, Standard.Start).ToBytes()), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Texts(
        CommandKind kind, Scope scope, BreakerRules rules, BreakerState gold = BreakerState.Closed, BreakerState system = BreakerState.Closed) =>
        [.. CommandPreview.Of(kind, scope, Breakers(rules, gold, system), rules, null).Lines.Select(line => line.Text)];

    private static IReadOnlyList<BreakerReport> Breakers(BreakerRules rules, BreakerState gold, BreakerState system) =>
        [Report(Scope.System, system, rules), Report(Gold, gold, rules), Report(Msft, BreakerState.Closed, rules)];

    private static BreakerReport Report(Scope scope, BreakerState state, BreakerRules rules) => BreakerReport.Of(
        state is BreakerState.Closed ? BreakerRecord.Initial(scope) : StateBuilder.Record(scope, state, 2, Standard.Start), rules, []);
}

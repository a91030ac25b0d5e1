using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Tests.Components;

/// <summary>D11: what no record says is unknown, and nothing is interpolated.</summary>
public sealed class BreakerTimelineTests
{
    private static readonly DateTimeOffset From = Sample.Start;
    private static readonly DateTimeOffset To = From.AddMinutes(60);

    [Fact]
    public void Before_the_first_round_everything_is_unknown() => Assert.Equal("0-60 ?", Drawn(null));

    [Fact]
    public void A_breaker_that_never_changed_is_Closed_from_its_first_round_on()
    {
        Assert.Equal("0-10 ?, 10-60 Closed", Drawn(10));
        Assert.Equal("0-60 Closed", Drawn(-5));
        Assert.Equal("0-60 ?", Drawn(61));
    }

    [Fact]
    public void Changes_follow_each_other() => Assert.Equal(
        "0-10 ?, 10-20 Closed, 20-30 Isolated, 30-40 HalfOpen, 40-60 Closed",
        Drawn(
            10, Change(20, BreakerState.Closed, BreakerState.Isolated, 2), Change(30, BreakerState.Isolated, BreakerState.HalfOpen, 3),
            Change(40, BreakerState.HalfOpen, BreakerState.Closed, 4)));

    [Fact]
    public void A_change_before_the_range_says_in_which_state_it_begins() => Assert.Equal(
        "0-30 Open, 30-60 HalfOpen",
        Drawn(-50, Change(-20, BreakerState.Closed, BreakerState.Open, 6), Change(30, BreakerState.Open, BreakerState.HalfOpen, 7)));

    [Fact]
    public void A_trip_before_the_first_round_leaves_what_was_before_unknown() => Assert.Equal(
        "0-5 ?, 5-60 Isolated", Drawn(10, Change(5, BreakerState.Closed, BreakerState.Isolated, 2)));

    [Theory]
    [InlineData(4, BreakerState.Open)]
    [InlineData(3, BreakerState.HalfOpen)]
    public void A_change_that_is_missing_leaves_a_gap(long version, BreakerState from) => Assert.Equal(
        "0-20 Closed, 20-30 ?, 30-60 Closed",
        Drawn(-1, Change(20, BreakerState.Closed, BreakerState.Open, 2), Change(30, from, BreakerState.Closed, version)));

    [Fact]
    public void A_first_change_that_is_not_the_breakers_first_says_nothing_about_before() => Assert.Equal(
        "0-20 ?, 20-60 Open", Drawn(-1, Change(20, BreakerState.Closed, BreakerState.Open, 5)));

    [Fact]
    public void What_was_cut_off_is_unknown() => Assert.Equal(
        "0-20 ?, 20-60 Open", Drawn(-1, isCut: true, Change(20, BreakerState.Closed, BreakerState.Open, 2)));

    private static BreakerChange Change(int minute, BreakerState from, BreakerState to, long version) =>
        new(From.AddMinutes(minute), from, to, version, version);

    private static string Drawn(int? knownSince, params BreakerChange[] changes) => Drawn(knownSince, isCut: false, changes);

    private static string Drawn(int? knownSince, bool isCut, params BreakerChange[] changes) => string.Join(
        ", ",
        BreakerTimeline.Of(
                new BreakerPast(Scope.System, knownSince is { } minute ? From.AddMinutes(minute) : null, changes, isCut), From, To)
            .Select(stretch =>
                $"{(stretch.From - From).TotalMinutes:0}-{(stretch.To - From).TotalMinutes:0} {stretch.State?.ToString() ?? "?"}"));
}

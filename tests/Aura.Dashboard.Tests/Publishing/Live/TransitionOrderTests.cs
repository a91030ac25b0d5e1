using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using CsCheck;

namespace Aura.Dashboard.Tests.Publishing.Live;

public sealed class TransitionOrderTests
{
    private static readonly Scope Gold = Scope.Parse("GOLD");

    private static readonly Scope[] Scopes = [Scope.System, Gold, Scope.Parse("MSFT")];

    [Fact]
    public void Whatever_the_order_of_arrival_each_breaker_changes_by_rising_version_and_nothing_is_lost() =>
        Gen.Shuffle(Scopes.SelectMany(scope => Enumerable.Range(2, 12).Select(version => Change(scope, version))).ToArray())
            .Sample(arriving =>
            {
                var order = new TransitionOrder();

                var announced = arriving.SelectMany(order.Admit).ToList();

                return announced.Count == arriving.Length && Scopes.All(scope => announced
                    .Where(change => change.Scope == scope).Select(change => (int)change.Version)
                    .SequenceEqual(Enumerable.Range(2, 12)));
            });

    [Fact]
    public void A_change_that_was_announced_is_not_announced_again()
    {
        var order = new TransitionOrder();
        Assert.Equal([2], Versions(order.Admit(Change(Gold, 2))));

        Assert.Empty(order.Admit(Change(Gold, 2)));
        Assert.Empty(order.Admit(Change(Gold, 4)));
        Assert.Empty(order.Admit(Change(Gold, 4)));
        Assert.Equal([3, 4], Versions(order.Admit(Change(Gold, 3))));
    }

    [Fact]
    public void What_is_recorded_needs_no_announcement()
    {
        var order = new TransitionOrder();
        order.StartAfter(Gold, 7);

        Assert.Empty(order.Admit(Change(Gold, 7)));
        Assert.Equal([8], Versions(order.Admit(Change(Gold, 8))));
    }

    [Fact]
    public void A_change_waits_for_two_rounds_at_most_for_one_that_never_comes()
    {
        var order = new TransitionOrder();
        Assert.Empty(order.Admit(Change(Gold, 4)));
        Assert.Empty(order.Admit(Change(Gold, 6)));

        Assert.Empty(order.RoundPassed());
        Assert.Equal([4], Versions(order.RoundPassed()));
        Assert.Equal([5, 6], Versions(order.Admit(Change(Gold, 5))));
        Assert.Empty(order.RoundPassed());
    }

    private static IEnumerable<long> Versions(IEnumerable<Transition> changes) => changes.Select(change => change.Version);

    private static Transition Change(Scope scope, long version) =>
        new(
            scope, BreakerState.Closed, BreakerState.Isolated, version, BreakerCause.ManualTrip, true,
            RoundDriver.FirstMoment, null, "A trip.", null);
}

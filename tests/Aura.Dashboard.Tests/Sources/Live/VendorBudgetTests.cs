using Aura.Dashboard.Sources.Live;
using Aura.Engine.Market;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Sources.Live;

public sealed class VendorBudgetTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 23, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_spent_day_refuses_until_midnight()
    {
        var budget = new VendorBudget(new VendorLimits(0, 1, TimeSpan.Zero), _time);
        await TakeAsync(budget);

        Assert.Equal(RefusalCode.QuotaSpent, await RefusalAsync(budget));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), budget.Read().NextAllowed);

        _time.Advance(TimeSpan.FromHours(1));
        await TakeAsync(budget);
        Assert.Equal(1, budget.Read().Today);
    }

    [Fact]
    public async Task A_full_minute_refuses_what_could_not_be_asked_before_the_deadline()
    {
        var budget = new VendorBudget(new VendorLimits(2, 0, TimeSpan.Zero), _time);
        await TakeAsync(budget);
        await TakeAsync(budget);

        Assert.Equal(RefusalCode.Throttled, await RefusalAsync(budget));

        _time.Advance(TimeSpan.FromMinutes(1));
        await TakeAsync(budget);
    }

    [Fact]
    public async Task Calls_wait_for_their_gap_within_the_deadline()
    {
        var budget = new VendorBudget(new VendorLimits(60, 0, TimeSpan.FromSeconds(1)), _time);
        await TakeAsync(budget);

        var second = TakeAsync(budget);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(_time.GetUtcNow(), await second);
    }

    [Fact]
    public async Task A_call_that_was_given_back_costs_nothing()
    {
        var budget = new VendorBudget(new VendorLimits(1, 1, TimeSpan.Zero), _time);

        budget.GiveBack(await TakeAsync(budget));

        Assert.Equal(new VendorSpending(0, 0, null), budget.Read());
        await TakeAsync(budget);
    }

    [Fact]
    public async Task Silence_that_the_vendor_asked_for_is_kept()
    {
        var budget = new VendorBudget(new VendorLimits(0, 0, TimeSpan.Zero), _time);
        budget.HoldUntil(_time.GetUtcNow().AddMinutes(2), RefusalCode.QuotaSpent);

        Assert.Equal(RefusalCode.QuotaSpent, await RefusalAsync(budget));

        _time.Advance(TimeSpan.FromMinutes(2));
        await TakeAsync(budget);
    }

    private Task<DateTimeOffset> TakeAsync(VendorBudget budget) =>
        budget.TakeAsync(_time.GetUtcNow().AddSeconds(3), Cancelled);

    private async Task<RefusalCode> RefusalAsync(VendorBudget budget) =>
        (await Assert.ThrowsAsync<VendorRefusedException>(() => TakeAsync(budget))).Code;
}

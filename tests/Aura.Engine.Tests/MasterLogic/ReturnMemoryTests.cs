using Aura.Engine.MasterLogic;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic;

public sealed class ReturnMemoryTests
{
    private static readonly VolatilityRules Rules = new(0.94m, 3);

    // By hand: 2² = 4; 0.94·4 + 0.06·1² = 3.82; 0.94·3.82 + 0.06·(−3)² = 4.1308; √4.1308 = 2.032437…
    [Fact]
    public void The_variance_begins_with_the_first_return_and_forgets_six_percent_a_round()
    {
        var first = ReturnMemory.After(null, 2m, Rules);
        var second = ReturnMemory.After(first, 1m, Rules);
        var third = ReturnMemory.After(second, -3m, Rules);

        Assert.Equal([4m, 3.82m, 4.1308m], new[] { first, second, third }.Select(memory => memory.Variance));
        Assert.Equal([null, null, 2.032436961m], new[] { first, second, third }.Select(memory => memory.VolatilityPercent(Rules)));
    }

    [Fact]
    public void A_price_that_stands_still_loses_its_volatility()
    {
        var memory = ReturnMemory.After(null, 50m, Rules);
        for (int i = 0; i < 2_000; i++)
            memory = ReturnMemory.After(memory, 0m, Rules);

        Assert.Equal(2_001L, memory.Returns);
        // What remains is the last place of the variance, which half-even rounding holds on to.
        Assert.InRange(memory.VolatilityPercent(Rules).GetValueOrDefault(-1m), 0m, 0.00000001m);
    }

    [Fact]
    public void Even_an_absurd_return_has_a_square_that_fits() =>
        Assert.Equal(1_000_000_000_000m, ReturnMemory.After(null, decimal.MinValue, Rules).Variance);
}

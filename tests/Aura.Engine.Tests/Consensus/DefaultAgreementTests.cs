using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

public sealed class DefaultAgreementTests
{
    [Theory]
    [InlineData(MarketMode.Simulated, "GLOBAL_QUOTE", AgreementKind.Body)]
    [InlineData(MarketMode.Simulated, "time_series", AgreementKind.Body)]
    [InlineData(MarketMode.Replay, "GLOBAL_QUOTE", AgreementKind.Body)]
    [InlineData(MarketMode.Replay, "price", AgreementKind.Body)]
    [InlineData(MarketMode.Live, "GLOBAL_QUOTE", AgreementKind.Quote)]
    [InlineData(MarketMode.Live, "CURRENCY_EXCHANGE_RATE", AgreementKind.Median)]
    [InlineData(MarketMode.Live, "TIME_SERIES_INTRADAY", AgreementKind.Median)]
    [InlineData(MarketMode.Live, "time_series", AgreementKind.Median)]
    [InlineData(MarketMode.Live, "quote", AgreementKind.Median)]
    [InlineData(MarketMode.Live, "price", AgreementKind.Median)]
    public void The_kind_of_a_source_follows_from_the_mode_and_the_function(
        MarketMode mode, string function, AgreementKind kind) =>
        Assert.Equal(kind, DefaultAgreement.Of(mode, function));

    [Fact]
    public void There_are_these_three_kinds_and_no_other() =>
        Assert.Equal(["Body", "Quote", "Median"], Enum.GetNames<AgreementKind>());
}

using System.Collections.Immutable;
using System.Globalization;
using Aura.Engine.Consensus;
using Aura.Engine.MasterLogic;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic;

public sealed class SystemAssessmentTests
{
    [Theory]
    // (0, 4, 7, 10) in pairs, halved; then with 2.0 more.
    [InlineData(Tier.Normal, Tier.Normal, "0", "2")]
    [InlineData(Tier.Normal, Tier.Elevated, "2", "4")]
    [InlineData(Tier.Normal, Tier.High, "3.5", "5.5")]
    [InlineData(Tier.Normal, Tier.Extreme, "5", "7")]
    [InlineData(Tier.Elevated, Tier.Normal, "2", "4")]
    [InlineData(Tier.Elevated, Tier.Elevated, "4", "6")]
    [InlineData(Tier.Elevated, Tier.High, "5.5", "7.5")]
    [InlineData(Tier.Elevated, Tier.Extreme, "7", "9")]
    [InlineData(Tier.High, Tier.Normal, "3.5", "5.5")]
    [InlineData(Tier.High, Tier.Elevated, "5.5", "7.5")]
    [InlineData(Tier.High, Tier.High, "7", "9")]
    [InlineData(Tier.High, Tier.Extreme, "8.5", "10.5")]
    [InlineData(Tier.Extreme, Tier.Normal, "5", "7")]
    [InlineData(Tier.Extreme, Tier.Elevated, "7", "9")]
    [InlineData(Tier.Extreme, Tier.High, "8.5", "10.5")]
    [InlineData(Tier.Extreme, Tier.Extreme, "10", "12")]
    public void Each_of_sixteen_pairs_of_tiers_scores_its_mean_with_and_without_the_addition(
        Tier first, Tier second, string without, string with)
    {
        // The gap is given by hand so that every pair is seen with and without it; real ones need not allow both. A gap
        // of exactly two percentage points does not exceed two.
        var near = Of(Asset(first, 20m), Asset(second, 22m));
        var far = Of(Asset(first, 20m), Asset(second, 22.000000000001m));

        Assert.Equal((Number(without), 0m, Number(without)), (near.MeanScore, near.GapAddition, near.RawScore));
        Assert.Equal((Number(without), 2m, Number(with)), (far.MeanScore, far.GapAddition, far.RawScore));
    }

    [Fact]
    public void One_Extreme_asset_beside_a_Normal_one_scores_5_or_7_and_never_trips_the_system_rule()
    {
        Assert.Equal(5m, Of(Asset(Tier.Extreme, 11m), Asset(Tier.Normal, null)).RawScore);
        Assert.Equal(7m, Of(Asset(11m), Asset(1m)).RawScore);
    }

    [Theory]
    [InlineData(Tier.Normal, 4)]
    [InlineData(Tier.High, 7)]
    [InlineData(Tier.Extreme, 10)]
    public void An_asset_without_a_dispersion_contributes_its_last_tier_and_score_never_below_Elevated(Tier last, int score)
    {
        var none = new AssetAgreement(Standard.Gold, [], null, Standard.Start);
        var stale = AssetRisk.Assess(none, AssetMemory.Blank(Standard.Gold) with { LastTier = last }, RiskRules.Default);

        Assert.Equal(score / 2m, Of(stale, Asset(1m)).RawScore);
    }

    [Theory]
    // The first design's table, "trips at ≥ 9 without / with +2".
    [InlineData(Tier.Normal, Tier.Extreme, false, false)]
    [InlineData(Tier.Elevated, Tier.High, false, false)]
    [InlineData(Tier.Elevated, Tier.Extreme, false, true)]
    [InlineData(Tier.High, Tier.High, false, true)]
    [InlineData(Tier.High, Tier.Extreme, false, true)]
    [InlineData(Tier.Extreme, Tier.Extreme, true, true)]
    public void The_original_rule_trips_where_the_original_did(Tier first, Tier second, bool without, bool with)
    {
        Assert.Equal(without, Of(Asset(first, 20m), Asset(second, 20m)).RawScore >= 9m);
        Assert.Equal(with, Of(Asset(first, 20m), Asset(second, 30m)).RawScore >= 9m);
    }

    [Theory]
    // Deliberately the original rule and not monotone.
    [InlineData(10.5, 8.4, 10.5)]
    [InlineData(10.5, 8.6, 8.5)]
    public void The_score_is_not_monotone(double first, double second, double expected) =>
        Assert.Equal((decimal)expected, Of(Asset((decimal)first), Asset((decimal)second)).RawScore);

    [Fact]
    public void The_raw_score_reaches_12_and_is_shown_as_10()
    {
        var system = Of(Asset(11m), Asset(20m));

        Assert.Equal((12m, 10m), (system.RawScore, system.DisplayScore));
    }

    [Fact]
    public void The_gap_uses_defined_dispersions_only()
    {
        var system = Of(Asset(Tier.Extreme, 50m), Asset(Tier.Elevated, null));

        Assert.Null(system.DispersionGap);
        Assert.Equal((0m, 7m), (system.GapAddition, system.RawScore));
    }

    [Fact]
    public void The_gap_is_the_largest_between_any_two_assets()
    {
        var system = Of(Asset(1m), Asset(2m), Asset(4m));

        Assert.Equal(3m, system.DispersionGap);
        // (0 + 0 + 4) / 3 + 2, at twelve places.
        Assert.Equal(3.333333333333m, system.RawScore);
    }

    [Fact]
    public void It_says_whether_every_asset_or_none_decided()
    {
        var decided = Asset(1m);
        var undecided = decided with { Quality = Quality.NoDecision };

        Assert.Equal((true, false), Flags(Of(decided, decided)));
        Assert.Equal((false, false), Flags(Of(decided, undecided)));
        Assert.Equal((false, true), Flags(Of(undecided, undecided)));

        static (bool, bool) Flags(SystemAssessment system) => (system.EveryAssetDecided, system.NoAssetDecided);
    }

    [Fact]
    public void Without_an_asset_there_is_nothing_to_assess() =>
        Assert.Throws<ArgumentException>(() => SystemAssessment.Of([], RiskRules.Default));

    private static SystemAssessment Of(params ImmutableArray<AssetAssessment> assets) =>
        SystemAssessment.Of(assets, RiskRules.Default);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static AssetAssessment Asset(decimal dispersion) => Asset(RiskRules.Default.TierOf(dispersion), dispersion);

    private static AssetAssessment Asset(Tier tier, decimal? dispersion) =>
        new(Standard.Gold, dispersion, tier, dispersion is null, RiskRules.ScoreOf(tier), Quality.Good, "Arranged.");
}

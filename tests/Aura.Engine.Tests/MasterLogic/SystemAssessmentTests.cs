using System.Collections.Immutable;
using Aura.Engine.MasterLogic;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic;

public sealed class SystemAssessmentTests
{
    public static TheoryData<Tier, Tier> Pairs
    {
        get
        {
            var pairs = new TheoryData<Tier, Tier>();
            foreach (var first in Enum.GetValues<Tier>())
                foreach (var second in Enum.GetValues<Tier>())
                    pairs.Add(first, second);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_of_sixteen_pairs_of_tiers_scores_its_mean_with_and_without_the_addition(Tier first, Tier second)
    {
        decimal mean = (RiskRules.ScoreOf(first) + RiskRules.ScoreOf(second)) / 2m;

        // The gap is given by hand so that every pair is seen with and without it; real ones need not allow both.
        var near = Of(Asset(first, 20m), Asset(second, 22m));
        var far = Of(Asset(first, 20m), Asset(second, 22.000000000001m));

        Assert.Equal((mean, 0m, mean), (near.MeanScore, near.GapAddition, near.RawScore));
        Assert.Equal((mean, 2m, mean + 2m), (far.MeanScore, far.GapAddition, far.RawScore));
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

    private static AssetAssessment Asset(decimal dispersion) => Asset(RiskRules.Default.TierOf(dispersion), dispersion);

    private static AssetAssessment Asset(Tier tier, decimal? dispersion) =>
        new(Standard.Gold, dispersion, tier, dispersion is null, RiskRules.ScoreOf(tier), Quality.Good, "Arranged.");
}

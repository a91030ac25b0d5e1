using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Testing;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

/// <summary>What the kinds <c>quote</c> and <c>median</c> make of one source of four nodes; f is 1, three votes are needed.</summary>
public sealed class AgreementKindTests
{
    private static readonly SourceRule Source = Standard.GoldSpot;

    private static readonly byte[] Throttled = """{"Note":"Our standard API call frequency is 5 calls per minute."}"""u8.ToArray();

    [Fact]
    public void A_canonical_quote_is_RFC_8785_JSON_of_five_members()
    {
        var quote = new Quote("XAU/USD", 3356.730m, "USD", PriceUnit.TroyOunce, Standard.Start);

        Assert.Equal(
            Digest.Of("""{"amount":"3356.73","currency":"USD","sourceTime":"2025-06-05T19:00:00.000Z","symbol":"XAU/USD","unit":"TroyOunce"}"""u8),
            quote.ToDigest());
    }

    [Fact]
    public void Every_member_of_a_quote_is_part_of_the_vote()
    {
        var quote = new Quote("XAU", 1m, "USD", PriceUnit.Share, Standard.Start);
        ImmutableArray<Quote> others =
        [
            quote with { Symbol = "XAG" }, quote with { Amount = 1.0000000001m }, quote with { Currency = "EUR" },
            quote with { Unit = PriceUnit.TroyOunce }, quote with { SourceTime = Standard.Start.AddMilliseconds(1) },
        ];

        Assert.Equal(6, others.Append(quote).Select(q => q.ToDigest()).Distinct().Count());
    }

    [Fact]
    public void Bodies_that_differ_in_bytes_but_not_in_the_quote_agree_under_quote_and_not_under_body()
    {
        var round = Says(("3356.73", 0), ("3356.730", 0), ("3356.7300", 0), ("3356.73000", 0));

        var quote = Outcome(round, AgreementKind.Quote);
        var body = Outcome(round, AgreementKind.Body);

        Assert.Equal((SourceVerdict.Agreed, 4, 4, 3356.73m), (quote.Verdict, quote.Votes, quote.Values, quote.Price));
        Assert.Equal((SourceVerdict.NoAgreement, 1), (body.Verdict, body.Votes));
    }

    [Fact]
    public void The_raw_bodies_are_the_evidence_in_every_kind()
    {
        var round = Says(("3356.73", 0), ("3356.730", 0), ("3356.7300", 0), ("9999", 0));
        List<Digest> bodies = [Digest.Of(Body("3356.73")), Digest.Of(Body("3356.730")), Digest.Of(Body("3356.7300"))];

        foreach (var kind in (AgreementKind[])[AgreementKind.Quote, AgreementKind.Median])
        {
            var outcome = Outcome(round, kind);
            Assert.Equal(bodies.OrderBy(body => body.Hex, StringComparer.Ordinal), outcome.Bodies);
            Assert.Equal(outcome.Bodies[0], outcome.BodyHash);
        }

        var same = Says(("3356.73", 0), ("3356.73", 0), ("3356.73", 0), ("9999", 0));
        Assert.Equal([Digest.Of(Body("3356.73"))], Outcome(same, AgreementKind.Body).Bodies);
    }

    [Fact]
    public void Quotes_that_differ_by_a_second_are_two_values_and_neither_wins()
    {
        var outcome = Outcome(Says(("3356.73", 0), ("3356.73", 0), ("3356.73", 1), ("3356.73", 1)), AgreementKind.Quote);

        Assert.Equal((SourceVerdict.NoAgreement, 2), (outcome.Verdict, outcome.Votes));
        Assert.Equal("The largest group of equal quotes has 2 of 4 nodes; 3 are needed.", outcome.Reason);
        Assert.Empty(outcome.Bodies);
    }

    [Theory]
    [InlineData(AgreementKind.Quote)]
    [InlineData(AgreementKind.Median)]
    public void A_refusal_in_a_body_is_an_error_vote_and_f_plus_1_of_one_code_fail_the_source_with_it(AgreementKind kind)
    {
        var round = A.Round().WithBody(1, Standard.GoldRate, Throttled)
            .WithBody(2, Standard.GoldRate, (byte[])[.. Throttled, (byte)'\n']);

        var outcome = Outcome(round, kind, Standard.GoldRate);

        Assert.Equal((SourceVerdict.Refused, RefusalCode.Throttled), (outcome.Verdict, outcome.Refusal));
        Assert.Equal("2 of 4 nodes report it; 2 are enough.", outcome.Reason);
        Assert.Equal(2, outcome.Bodies.Length);
        Assert.Null(outcome.Price);
    }

    [Theory]
    [InlineData(AgreementKind.Quote)]
    [InlineData(AgreementKind.Median)]
    public void A_refusal_in_a_body_and_a_failed_fetch_of_one_code_add_up(AgreementKind kind)
    {
        var round = A.Round().WithBody(1, Source, "{}"u8.ToArray()).WithFailure(2, Source, RefusalCode.Empty);

        Assert.Equal((SourceVerdict.Refused, RefusalCode.Empty), VerdictOf(Outcome(round, kind)));
        Assert.Equal(SourceVerdict.NoAgreement, Outcome(round, AgreementKind.Body).Verdict);
    }

    [Theory]
    [InlineData(AgreementKind.Quote)]
    [InlineData(AgreementKind.Median)]
    public void Failures_of_different_codes_do_not_add_up(AgreementKind kind)
    {
        var round = A.Round().WithBody(1, Source, "{}"u8.ToArray()).WithFailure(2, Source, RefusalCode.Timeout);

        Assert.Equal((SourceVerdict.NoAgreement, RefusalCode.None), VerdictOf(Outcome(round, kind)));
    }

    [Theory]
    [InlineData(AgreementKind.Body)]
    [InlineData(AgreementKind.Quote)]
    [InlineData(AgreementKind.Median)]
    public void One_silent_or_failing_node_of_four_stops_nothing_and_two_silent_ones_do(AgreementKind kind)
    {
        Assert.True(Outcome(A.Round().WithSilent(2), kind).IsAgreed);
        Assert.True(Outcome(A.Round().WithFailure(2, Source, RefusalCode.Timeout), kind).IsAgreed);
        Assert.True(Outcome(A.Round().WithLiar(2, Source, 1m), kind).IsAgreed);
        Assert.Equal(SourceVerdict.NoAgreement, Outcome(A.Round().WithSilent(2).WithSilent(3), kind).Verdict);
    }

    [Fact]
    public void The_agreed_amount_is_the_lower_middle_of_the_values()
    {
        var outcome = Outcome(Says(("3357", 0), ("3356", 0), ("3358", 0), ("3355", 0)), AgreementKind.Median);

        Assert.Equal((SourceVerdict.Agreed, 4, 4, 3356m), (outcome.Verdict, outcome.Votes, outcome.Values, outcome.Price));
        Assert.Equal(Digest.Of(Body("3356")), outcome.BodyHash);
        Assert.Equal(4, outcome.Bodies.Length);
    }

    [Fact]
    public void A_value_beyond_the_tolerance_is_no_vote_for_the_median_but_still_stands_in_it()
    {
        var outcome = Outcome(Says(("3356", 0), ("3357", 0), ("3358", 0), ("3400", 0)), AgreementKind.Median);

        Assert.Equal((SourceVerdict.Agreed, 3, 4, 3357m), (outcome.Verdict, outcome.Votes, outcome.Values, outcome.Price));
        Assert.DoesNotContain(Digest.Of(Body("3400")), outcome.Bodies);
    }

    [Theory]
    [InlineData("201", "199", 3)]
    [InlineData("201.00000001", "199", 2)]
    [InlineData("201", "198.99999999", 2)]
    public void Values_at_both_ends_of_the_tolerance_are_votes(string above, string below, int votes)
    {
        var outcome = Outcome(Says(("200", 0), (above, 0), (below, 0)).WithFailure(4, Source, RefusalCode.Timeout), AgreementKind.Median);

        Assert.Equal(votes, outcome.Votes);
        Assert.Equal(votes == 3, outcome.IsAgreed);
        if (votes < 3)
            Assert.Equal("2 of 4 nodes lie within 0.5 % of the median of 3 values; 3 are needed.", outcome.Reason);
    }

    [Fact]
    public void The_tolerance_is_a_rule()
    {
        var rules = A.RuleSet().WithAgreement(AgreementKind.Median).WithMedianTolerance(2m).Build();

        var outcome = Outcome(Says(("200", 0), ("204", 0), ("196", 0), ("204.1", 0)).Under(rules), rules, Source);

        Assert.Equal(3, outcome.Votes);
    }

    [Fact]
    public void Fewer_than_2f_plus_1_values_have_no_median()
    {
        var round = A.Round().WithFailure(1, Source, RefusalCode.Timeout).WithBody(2, Source, "{}"u8.ToArray());

        Assert.Equal("2 of 4 nodes state a value; a median needs 3.", Outcome(round, AgreementKind.Median).Reason);
    }

    [Fact]
    public void Bad_numbers_are_no_values_and_make_an_agreement_less_likely_never_more()
    {
        var two = Says(("3356", 0), ("3357", 0), ("0", 0), ("-3356.5", 0));

        var outcome = Outcome(two, AgreementKind.Median);

        Assert.Equal((SourceVerdict.Refused, RefusalCode.Implausible), VerdictOf(outcome));
        Assert.Equal(2, outcome.Values);
    }

    [Fact]
    public void The_agreed_time_is_the_lower_middle_of_the_votes_that_count_so_that_a_liar_cannot_date_it()
    {
        var old = Outcome(Says(("3356", -20), ("3356", -10), ("3356", -15), ("3356", -80_000)), AgreementKind.Median);
        var fresh = Outcome(Says(("3356", -20), ("3356", -10), ("3356", -15), ("3356", 80_000)), AgreementKind.Median);
        var far = Outcome(Says(("3356", -20), ("3356", -10), ("3356", -15), ("9", 80_000)), AgreementKind.Median);

        Assert.Equal(Standard.Start.AddSeconds(-20), old.Quote?.SourceTime);
        Assert.Equal(Standard.Start.AddSeconds(-15), fresh.Quote?.SourceTime);
        Assert.Equal(Standard.Start.AddSeconds(-15), far.Quote?.SourceTime);
        Assert.All((SourceOutcome[])[old, fresh, far], outcome => Assert.True(outcome.IsAgreed));
    }

    [Fact]
    public void A_quote_that_a_quorum_agrees_on_is_still_excluded_when_it_is_stale_or_dated_ahead()
    {
        foreach (var kind in (AgreementKind[])[AgreementKind.Quote, AgreementKind.Median])
        {
            var stale = Outcome(Says(("3356", -901), ("3356", -901), ("3356", -901), ("3356", -901)), kind);
            var ahead = Outcome(Says(("3356", 6), ("3356", 6), ("3356", 6), ("3356", 6)), kind);

            Assert.Equal((SourceVerdict.Refused, RefusalCode.Stale), VerdictOf(stale));
            Assert.Equal((SourceVerdict.Refused, RefusalCode.FutureDated), VerdictOf(ahead));
            Assert.Equal(3356m, stale.Quote?.Amount);
        }
    }

    [Fact]
    public void Values_in_another_currency_or_unit_are_dropped_and_counted()
    {
        var quote = new Quote("XAU", 3356m, "USD", PriceUnit.TroyOunce, Standard.Start);
        ImmutableArray<Vote> votes =
        [
            Stated(1, quote), Stated(2, quote with { Amount = 3357m }), Stated(3, quote with { Amount = 3358m }),
            Stated(4, quote with { Currency = "EUR" }), Stated(5, quote with { Unit = PriceUnit.Share }),
        ];

        var tally = SourceTally.OnMedian(Source.Id, votes, 0.5m, new Quorum(5, 67));

        Assert.Equal((3, 2, 3), (tally.Values, tally.Dropped, tally.Votes));
        Assert.Equal(3357m, tally.Groups[0].Quote?.Amount);
        Assert.Null(tally.Winner);
        Assert.Equal([1, 2, 3, 4, 5], tally.Groups.SelectMany(group => group.Nodes).Select(node => node.Number).Order());
    }

    [Fact]
    public void Of_currencies_or_units_that_equally_many_state_the_first_by_name_is_the_median_s()
    {
        var dollars = new Quote("XAU", 3356m, "USD", PriceUnit.TroyOunce, Standard.Start);
        var euros = dollars with { Currency = "EUR" };
        var shares = dollars with { Unit = PriceUnit.Share };

        Assert.Equal("EUR", Median(dollars, dollars, dollars, euros, euros, euros).Currency);
        Assert.Equal(
            ((PriceUnit[])[PriceUnit.TroyOunce, PriceUnit.Share]).Min(),
            Median(dollars, dollars, dollars, shares, shares, shares).Unit);

        static Quote Median(params Quote[] quotes) => SourceTally.OnMedian(
            Source.Id, [.. quotes.Select((quote, i) => Stated(i + 1, quote))], 0.5m, new Quorum(4, 67)).Groups[0].Quote!;
    }

    [Fact]
    public void Every_group_says_what_it_stands_for_and_every_node_stands_in_one()
    {
        var round = Says(("3356", 0), ("3357", 0), ("3400", 0)).WithFailure(4, Source, RefusalCode.Timeout);
        foreach (var kind in Enum.GetValues<AgreementKind>())
        {
            var rules = A.RuleSet().WithAgreement(kind).Build();
            var tally = SourceTally.Of(Source, rules.Consensus, rules.Quorum, Votes(round.Under(rules).Build()));

            Assert.Equal(kind, tally.Agreement);
            Assert.Equal([1, 2, 3, 4], tally.Groups.SelectMany(group => group.Nodes).Select(node => node.Number).Order());
            Assert.All(tally.Groups, group => Assert.Equal(group.IsValue, group.Failure is RefusalCode.None));
            Assert.All(tally.Groups.Where(group => group.IsValue), group =>
            {
                Assert.Equal(kind is not AgreementKind.Body, group.Quote is not null);
                Assert.Equal(group.Quote?.ToDigest() ?? group.Body, group.Value);
            });
        }
    }

    [Fact]
    public void The_nodes_of_a_group_stand_in_the_order_of_their_numbers_whatever_their_bodies_hash_to()
    {
        var quote = new Quote("XAU", 3356m, "USD", PriceUnit.TroyOunce, Standard.Start);
        ImmutableArray<Vote> votes = [.. Enumerable.Range(1, 7).Reverse().Select(node => Stated(node, quote))];
        var quorum = new Quorum(7, 67);

        foreach (var tally in (SourceTally[])
            [SourceTally.OnQuotes(Source.Id, votes, quorum), SourceTally.OnMedian(Source.Id, votes, 0.5m, quorum)])
        {
            Assert.Equal(Enumerable.Range(1, 7), tally.Groups.Single().Nodes.Select(node => node.Number));
            Assert.Equal(tally.Groups[0].Bodies.OrderBy(body => body.Hex, StringComparer.Ordinal), tally.Groups[0].Bodies);
        }
    }

    [Fact]
    public void Order_of_arrival_never_changes_a_byte() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[3300, 3420].Array[7], Gen.Int[-20, 0].Array[7], Gen.Int.Array[7]).Sample(
            (kind, amounts, seconds, keys) =>
            {
                var rules = A.RuleSet().WithNodes(7)
                    .WithAgreement(kind == 0 ? AgreementKind.Quote : AgreementKind.Median).Build();
                var inputs = Says([.. amounts.Select((amount, i) => ($"{amount}", seconds[i]))]).Under(rules).Build();
                var shuffled = inputs with
                {
                    Evidence = inputs.Evidence with
                    {
                        Observations = [.. inputs.Evidence.Observations.OrderBy(o => keys[o.Observation.Node.Number - 1])],
                    },
                };

                Assert.Equal(
                    RoundDecision.Decide(EngineState.Initial, rules, inputs).Report.ToBytes(),
                    RoundDecision.Decide(EngineState.Initial, rules, shuffled).Report.ToBytes());
            },
            iter: 40);

    [Fact]
    public void Two_different_values_never_both_win() =>
        Gen.Select(Gen.Int[4, 13], Gen.Int[1, 3].Array[13], Gen.Int[0, 2]).Sample((nodes, says, kind) =>
        {
            var quorum = new Quorum(nodes, 67);
            ImmutableArray<Vote> votes =
            [
                .. Enumerable.Range(0, nodes).Select(i => Stated(
                    i + 1, new Quote("XAU", 100m * says[i], "USD", PriceUnit.TroyOunce, Standard.Start))),
            ];

            var tally = kind == 0
                ? SourceTally.OnQuotes(Source.Id, votes, quorum)
                : SourceTally.OnMedian(Source.Id, votes, 0.5m, quorum);

            Assert.InRange(tally.Groups.Count(group => quorum.IsReachedBy(group.Nodes.Length)), 0, 1);
            Assert.Equal(
                Enumerable.Range(1, 3).Any(value => quorum.IsReachedBy(says.Take(nodes).Count(v => v == value))),
                tally.Winner is not null);
        });

    private static byte[] Body(string amount, int seconds = 0) => Encoding.UTF8.GetBytes(
        $$"""{"currency":"USD","price":{{amount}},"symbol":"XAU","updatedAt":"{{Standard.Start.AddSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)}}Z"}""");

    private static RoundBuilder Says(params (string Amount, int Seconds)[] nodes) =>
        nodes.Index().Aggregate(
            A.Round(), (round, node) => round.WithBody(node.Index + 1, Source, Body(node.Item.Amount, node.Item.Seconds)));

    private static Vote.Stated Stated(int node, Quote quote) =>
        new Vote.Stated(new NodeId(node), Digest.Of([(byte)node]), quote);

    private static (SourceVerdict, RefusalCode) VerdictOf(SourceOutcome outcome) => (outcome.Verdict, outcome.Refusal);

    private static SourceOutcome Outcome(RoundBuilder round, AgreementKind kind, SourceRule? source = null)
    {
        var rules = A.RuleSet().WithAgreement(kind).Build();
        return Outcome(round.Under(rules), rules, source ?? Source);
    }

    private static SourceOutcome Outcome(RoundBuilder round, RuleSet rules, SourceRule source) =>
        SourceAgreement.Decide(
            source, rules.Market.Assets.Single(asset => asset.Symbol == source.Asset), rules.Market, rules.Consensus,
            rules.Quorum, Votes(round.Build()));

    private static RoundVotes Votes(RoundInputs inputs) =>
        new(
            [.. inputs.Evidence.Observations.Select(o => o.Observation)], inputs.Bodies, inputs.Evidence.Moment,
            inputs.Evidence.CompletedAt);
}

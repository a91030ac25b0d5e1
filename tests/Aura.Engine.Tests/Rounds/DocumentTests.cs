using System.Text;
using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

public sealed class DocumentTests
{
    private static readonly RuleSet Rules = A.RuleSet().Build();

    private static readonly RoundInputs Inputs = A.Round().InRound(3)
        .WithLiar(1, Standard.GoldShare, 1m).WithFailure(Standard.GoldRate, RefusalCode.Timeout).WithBadSignature(4)
        .WithPrice(Standard.MsftDay, 900m).Build();

    private static readonly RoundOutcome Outcome = RoundDecision.Decide(
        A.State().AfterRound(2).WithBreaker(Standard.GoldScope, BreakerState.Isolated).Build(), Rules, Inputs);

    private static readonly OperatorCommand Command = A.Command().Because(ReasonCode.Other, "Ünïcode, \"quotes\" & \ud83d\ude00").Build();

    [Fact]
    public void A_rule_set_round_trips_to_the_same_bytes() => RoundTrips(Rules.ToBytes(), bytes => RuleSet.Parse(bytes).ToBytes());

    [Fact]
    public void A_state_round_trips_to_the_same_bytes() => RoundTrips(Outcome.Next.ToBytes(), bytes => EngineState.Parse(bytes).ToBytes());

    [Fact]
    public void Evidence_round_trips_to_the_same_bytes() =>
        RoundTrips(Inputs.Evidence.ToBytes(), bytes => RoundEvidence.Parse(bytes).ToBytes());

    [Fact]
    public void A_report_round_trips_to_the_same_bytes() =>
        RoundTrips(Outcome.Report.ToBytes(), bytes => RoundReport.Parse(bytes).ToBytes());

    [Fact]
    public void Command_evidence_round_trips_to_the_same_bytes() =>
        RoundTrips(new CommandEvidence(Command, Standard.Start).ToBytes(), bytes => CommandEvidence.Parse(bytes).ToBytes());

    [Fact]
    public void An_answer_round_trips_to_the_same_bytes()
    {
        foreach (var command in (OperatorCommand[])[Command, A.Command().By("nobody").Build(), A.Command().Reset(Scope.System).Build()])
            RoundTrips(
                CommandDecision.Decide(EngineState.Initial, Rules, command, Standard.Start).Answer.ToBytes(),
                bytes => CommandAnswer.Parse(bytes).ToBytes());
    }

    [Fact]
    public void An_entry_round_trips_to_the_same_bytes() =>
        RoundTrips(
            new LedgerEntry(
                1, EntryKind.Round, Standard.Start, new RoundNumber(1), null, default, default, default, default, default, default).ToBytes(),
            bytes => LedgerEntry.Parse(bytes).ToBytes());

    [Fact]
    public void Every_document_is_canonical_and_names_its_schema()
    {
        var observation = Inputs.Evidence.Observations[0].Observation;
        foreach (var (schema, bytes) in ((string, byte[])[])
            [
                ("aura.ruleset/1", Rules.ToBytes()), ("aura.state/1", Outcome.Next.ToBytes()),
                ("aura.evidence/1", Inputs.Evidence.ToBytes()), ("aura.report/1", Outcome.Report.ToBytes()),
                ("aura.observation/1", observation.ToBytes()),
                ("aura.command/1", new CommandEvidence(Command, Standard.Start).ToBytes()),
            ])
        {
            Assert.Equal(bytes, CanonicalJson.Canonicalize(bytes));
            Assert.Contains($"\"schema\":\"{schema}\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"schema":"aura.ruleset/1"}""")]
    public void Bytes_that_lack_members_are_no_document(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);

        Assert.Throws<FormatException>(() => RuleSet.Parse(bytes));
        Assert.Throws<FormatException>(() => EngineState.Parse(bytes));
        Assert.Throws<FormatException>(() => RoundEvidence.Parse(bytes));
        Assert.Throws<FormatException>(() => RoundReport.Parse(bytes));
        Assert.Throws<FormatException>(() => CommandEvidence.Parse(bytes));
        Assert.Throws<FormatException>(() => CommandAnswer.Parse(bytes));
        Assert.Throws<FormatException>(() => LedgerEntry.Parse(bytes));
    }

    [Fact]
    public void A_null_where_none_may_be_is_no_document()
    {
        string text = Encoding.UTF8.GetString(Inputs.Evidence.ToBytes()).Replace("\"moment\":{", "\"moment\":null,\"was\":{", StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => RoundEvidence.Parse(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Anything_that_influences_a_decision_changes_the_configuration_digest()
    {
        RuleSet[] different =
        [
            Rules,
            A.RuleSet().WithNodes(5).Build(),
            A.RuleSet().WithKeys(new NodeKeys(2)).Build(),
            A.RuleSet().WithQuorumPercent(75).Build(),
            A.RuleSet().InMode(MarketMode.Live).Build(),
            A.RuleSet().WithGatherTimeout(TimeSpan.FromSeconds(4)).Build(),
            A.RuleSet().WithCoolDown(TimeSpan.FromSeconds(11)).Build(),
            A.RuleSet().WithRisk(risk => risk with { ElevatedAbovePercent = 2.1m }).Build(),
            A.RuleSet().WithBounds(2m, 100_000m).Build(),
            A.RuleSet().WithOunces().Build(),
            A.RuleSet().WithOunces(new OuncesOnDate("2025-06-05", 0.0921m)).Build(),
            A.RuleSet().WithSource(Standard.GoldShare, source => source with { StaleAfterSeconds = 901 }).Build(),
            A.RuleSet().WithSources([.. Standard.Sources.Skip(1)]).Build(),
            A.RuleSet().WithSources([.. Standard.Sources.Select(source => (source.Rule, source.Weight + 0.1m))]).Build(),
            Rules with { Algorithm = 2 },
        ];

        Assert.Equal(different.Length, different.Select(rules => rules.ToDigest()).Distinct().Count());
        Assert.Equal(Rules.ToDigest(), A.RuleSet().Build().ToDigest());
    }

    [Fact]
    public void Evidence_is_restored_only_with_the_bodies_it_names()
    {
        var bodies = Inputs.Bodies.Select(body => new ResponseBody(body.Key, body.Value)).ToList();
        var altered = bodies.Select((body, i) => i == 0 ? body with { Bytes = "{}"u8.ToArray() } : body);

        Assert.Throws<FormatException>(() => RoundInputs.Restore(Inputs.Evidence, bodies.Skip(1)));
        Assert.Throws<FormatException>(() => RoundInputs.Restore(Inputs.Evidence, altered));

        var stranger = new ResponseBody(Digest.Of("claimed"u8), "planted"u8.ToArray());
        Assert.Equal(
            Inputs.Bodies.Keys.Order(Comparer<Digest>.Create((x, y) => string.CompareOrdinal(x.Hex, y.Hex))),
            RoundInputs.Restore(Inputs.Evidence, bodies.Append(stranger)).Bodies.Keys
                .Order(Comparer<Digest>.Create((x, y) => string.CompareOrdinal(x.Hex, y.Hex))));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_has_no_document() =>
        Assert.Throws<FormatException>(() => A.Command().Because(ReasonCode.Other, "half \ud83d of it").Build().ToBodyDigest());

    private static void RoundTrips(byte[] bytes, Func<byte[], byte[]> again) =>
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(again(bytes)));
}

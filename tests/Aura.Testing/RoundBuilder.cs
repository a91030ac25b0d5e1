using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;

namespace Aura.Testing;

/// <summary>
/// Builds the inputs of a round: real bodies, really hashed and really signed, of which single nodes may lie, stay
/// silent, fail or sign wrongly. Later calls win over earlier ones.
/// </summary>
public sealed record RoundBuilder
{
    private RuleSet? Given { get; init; }

    private NodeKeys Keys { get; init; } = NodeKeys.Standard;

    private RoundNumber Number { get; init; } = new(1);

    private DateTimeOffset? MarketTime { get; init; }

    private MarketSession Session { get; init; } = MarketSession.Open;

    private bool IsReversed { get; init; }

    private ImmutableDictionary<SourceId, decimal> Prices { get; init; } = Standard.Prices;

    private ImmutableDictionary<(int? Node, SourceId Source), Seen> Special { get; init; } =
        ImmutableDictionary<(int?, SourceId), Seen>.Empty;

    private ImmutableHashSet<int> Silent { get; init; } = [];

    private ImmutableHashSet<int> Forged { get; init; } = [];

    private ImmutableHashSet<int> TwoFaced { get; init; } = [];

    /// <summary>Decides under another rule set than the standard one.</summary>
    public RoundBuilder Under(RuleSet rules) => this with { Given = rules };

    public RoundBuilder SignedWith(NodeKeys keys) => this with { Keys = keys };

    public RoundBuilder InRound(long number) => this with { Number = new RoundNumber(number) };

    /// <summary>The round after a state's last one.</summary>
    public RoundBuilder After(EngineState state) => this with { Number = state.Round.Next };

    /// <summary>Sets the market's clock; otherwise it is the round's slot.</summary>
    public RoundBuilder AtMarketTime(DateTimeOffset time) => this with { MarketTime = time };

    public RoundBuilder OutOfSession() => this with { Session = MarketSession.Closed };

    /// <summary>What a source states, in its own unit.</summary>
    public RoundBuilder WithPrice(SourceRule source, decimal price) =>
        this with { Prices = Prices.SetItem(source.Id, price) };

    /// <summary>What all sources of GOLD state: USD per ounce, GLD at the day's ounces per share.</summary>
    public RoundBuilder WithGold(decimal perOunce) =>
        WithPrice(Standard.GoldShare, decimal.Round(perOunce * Standard.Ounces.OuncesPerShare, 4))
            .WithPrice(Standard.GoldRate, perOunce)
            .WithPrice(Standard.GoldSeries, perOunce)
            .WithPrice(Standard.GoldSpot, perOunce);

    /// <summary>One node states another price than the source gave.</summary>
    public RoundBuilder WithLiar(int node, SourceRule source, decimal price) =>
        With(node, source, new Seen(price, null, RefusalCode.None));

    /// <summary>A node that sends no observation.</summary>
    public RoundBuilder WithSilent(int node) => this with { Silent = Silent.Add(node) };

    /// <summary>Every node sees the source fail.</summary>
    public RoundBuilder WithFailure(SourceRule source, RefusalCode code) =>
        With(null, source, new Seen(null, null, code));

    /// <summary>One node sees the source fail.</summary>
    public RoundBuilder WithFailure(int node, SourceRule source, RefusalCode code) =>
        With(node, source, new Seen(null, null, code));

    /// <summary>Every node receives exactly this body.</summary>
    public RoundBuilder WithBody(SourceRule source, ReadOnlyMemory<byte> body) =>
        With(null, source, new Seen(null, body, RefusalCode.None));

    /// <summary>One node receives exactly this body.</summary>
    public RoundBuilder WithBody(int node, SourceRule source, ReadOnlyMemory<byte> body) =>
        With(node, source, new Seen(null, body, RefusalCode.None));

    /// <summary>A node whose observation is signed by somebody else.</summary>
    public RoundBuilder WithBadSignature(int node) => this with { Forged = Forged.Add(node) };

    /// <summary>A node that signs two different observations: what it saw, and that it saw nothing.</summary>
    public RoundBuilder WithTwoFaced(int node) => this with { TwoFaced = TwoFaced.Add(node) };

    /// <summary>The same observations in the opposite order.</summary>
    public RoundBuilder Reversed() => this with { IsReversed = !IsReversed };

    public RoundInputs Build()
    {
        var rules = Given ?? A.RuleSet().Build();
        var slot = Standard.SlotOf(Number);
        var time = MarketTime ?? slot.Instant;
        var query = new RoundQuery(
            rules.ToDigest(), Number, slot, new MarketMoment(time, Session), rules.Market.Sources,
            rules.Schedule.GatherTimeout);
        var seen = rules.Nodes.Nodes.Select(key => key.Node)
            .Where(node => !Silent.Contains(node.Number))
            .Select(node => (Node: node, Sources: rules.Market.Sources.Select(rule => See(node, rule, query)).ToList()))
            .ToList();
        var signed = seen
            .Select(s => new Observation(
                query.Configuration, query.Round, slot, s.Node, [.. s.Sources.Select(source => source.Observed)]))
            .SelectMany(said => TwoFaced.Contains(said.Node.Number)
                ? [Sign(said), Sign(said with { Sources = [.. said.Sources.Select(Denied)] })]
                : (AttributedObservation[])[Sign(said)]);
        var bodies = seen.SelectMany(s => s.Sources).Select(source => source.Body).OfType<ResponseBody>();
        return RoundInputs.Of(query, new Gathering(
            [.. IsReversed ? signed.Reverse() : signed],
            [.. bodies.DistinctBy(body => body.Hash).OrderBy(body => body.Hash.Hex, StringComparer.Ordinal)],
            slot.Instant + Latency));
    }

    private static TimeSpan Latency => TimeSpan.FromMilliseconds(40);

    private RoundBuilder With(int? node, SourceRule source, Seen seen) =>
        this with { Special = Special.SetItem((node, source.Id), seen) };

    private (ObservedSource Observed, ResponseBody? Body) See(NodeId node, SourceRule rule, RoundQuery query)
    {
        var seen = Special.GetValueOrDefault((node.Number, rule.Id))
            ?? Special.GetValueOrDefault((null, rule.Id))
            ?? new Seen(null, null, RefusalCode.None);
        var receivedAt = query.Slot.Instant + Latency;
        if (seen.Failure is not RefusalCode.None)
            return (new ObservedSource(rule.Id, null, seen.Failure, null, receivedAt), null);

        var body = ResponseBody.Of(
            seen.Body ?? VendorBody.Of(rule, seen.Price ?? Prices[rule.Id], query.Moment.Time));
        return (new ObservedSource(rule.Id, body.Hash, RefusalCode.None, 200, receivedAt), body);
    }

    private AttributedObservation Sign(Observation observation) =>
        Forged.Contains(observation.Node.Number)
            ? new(observation, Keys.Sign(new NodeId(observation.Node.Number + 1), observation.ToBytes()))
            : Keys.Sign(observation);

    private static ObservedSource Denied(ObservedSource seen) =>
        new(seen.Source, null, RefusalCode.Timeout, null, seen.ReceivedAt);

    private sealed record Seen(decimal? Price, ReadOnlyMemory<byte>? Body, RefusalCode Failure);
}

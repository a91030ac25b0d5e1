using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Testing;

namespace Aura.Engine.Tests.Simulation;

/// <summary>Rounds with random prices and faults; the same seed and number give the same round.</summary>
internal sealed class RandomRounds(long seed, RuleSet rules)
{
    private static readonly RefusalCode[] Failures =
        [RefusalCode.Timeout, RefusalCode.Transport, RefusalCode.Oversize, RefusalCode.Empty];

    private static readonly byte[][] Garbage =
    [
        "{}"u8.ToArray(), "not JSON"u8.ToArray(), "[]"u8.ToArray(),
        """{"Note":"Our standard API call frequency is 5 calls per minute."}"""u8.ToArray(),
        """{"c":0,"t":0}"""u8.ToArray(),
    ];

    private readonly int _nodes = rules.Nodes.Nodes.Length;

    /// <summary>How many nodes lie, stay silent or forge in a round; at most f in most rounds, more in some.</summary>
    public int FaultyNodes(long round) =>
        Pick("storm", round, 10) == 0 ? Pick("faulty", round, _nodes + 1) : Pick("faulty", round, rules.Quorum.Faulty + 1);

    /// <summary>What the honest nodes read from a source in a round: one price, or several close ones under <c>median</c>.</summary>
    public (decimal Lowest, decimal Highest) HonestRange(SourceRule source, long round)
    {
        var stated = Enumerable.Range(FaultyNodes(round) + 1, _nodes - FaultyNodes(round))
            .Select(node => PriceOf(source, round, node)).ToList();
        return (stated.Min(), stated.Max());
    }

    /// <summary>How long before the slot an honest node's price was valid, at most.</summary>
    public static TimeSpan OldestHonest => TimeSpan.FromSeconds(4);

    /// <summary>The true price of a source in a round.</summary>
    private decimal PriceOf(SourceRule source, long round)
    {
        // Mostly calm; sometimes one source or the whole market moves far.
        decimal spread = Pick("mood", round, 8) switch { 0 => 0.6m, 1 => 0.25m, _ => 0.004m };
        decimal move = (Draw.Fraction(seed, "price", new RoundNumber(round), source: source.Id.Value) - 0.5m) * spread;
        return decimal.Round(Standard.Prices[source.Id] * (1m + move), 4);
    }

    public RoundBuilder At(long round)
    {
        var builder = A.Round().Under(rules).InRound(round);
        foreach (var source in rules.Market.Sources)
        {
            builder = builder.WithPrice(source, PriceOf(source, round));
            if (Pick("outage", round, 12, source.Id.Value) == 0 || Pick("blackout", round, 15) == 0)
                builder = builder.WithFailure(source, Failures[Pick("outage-kind", round, Failures.Length, source.Id.Value)]);
            else if (Pick("garbage", round, 25, source.Id.Value) == 0)
                builder = builder.WithBody(source, Garbage[Pick("garbage-kind", round, Garbage.Length, source.Id.Value)]);
            else if (KindOf(source) is not AgreementKind.Body)
                builder = Enumerable.Range(1, _nodes).Aggregate(
                    builder, (b, node) => b.WithBody(node, source, BodyOf(source, round, node)));
        }

        if (Pick("closed", round, 20) == 0)
            builder = builder.OutOfSession();
        return Enumerable.Range(1, FaultyNodes(round)).Aggregate(builder, (b, node) => Spoil(b, node, round));
    }

    /// <summary>A command in about every fourth round.</summary>
    public OperatorCommand? CommandAfter(long round, EngineState state)
    {
        if (Pick("command", round, 4) != 0)
            return null;

        var scopes = rules.Scopes.ToList();
        var scope = scopes[Pick("command-scope", round, scopes.Count)];
        var command = A.Command().WithId((int)round).Because(default, $"Simulated in round {round}.");
        return Pick("command-kind", round, 4) == 0
            ? command.Trip(scope).Build()
            : command.Reset(scope).ExpectingVersion(state.BreakerOf(scope).Version - Pick("command-stale", round, 10) / 9).Build();
    }

    private AgreementKind KindOf(SourceRule source) => rules.Consensus.Of(source.Id).Agreement;

    // A live vendor's: a little apart from node to node.
    private decimal PriceOf(SourceRule source, long round, int node)
    {
        decimal price = PriceOf(source, round);
        decimal jitter = Draw.Fraction(seed, "jitter", new RoundNumber(round), node, source.Id.Value) - 0.5m;
        return KindOf(source) is AgreementKind.Median ? decimal.Round(price * (1m + (jitter * 0.002m)), 4) : price;
    }

    // No two nodes receive the same bytes, whatever they say.
    private byte[] BodyOf(SourceRule source, long round, int node)
    {
        var at = Standard.SlotOf(new RoundNumber(round)).Instant;
        var age = TimeSpan.FromSeconds(Pick("age", round, (int)OldestHonest.TotalSeconds + 1, source.Id.Value, node));
        byte[] body = VendorBody.Of(
            source, PriceOf(source, round, node), KindOf(source) is AgreementKind.Median ? at - age : at);
        return [.. body, .. Enumerable.Repeat((byte)' ', node)];
    }

    // A lie that passes for a price: near the truth, and dated as the liar likes.
    private RoundBuilder Lie(RoundBuilder builder, int node, SourceRule source, long round)
    {
        decimal price = decimal.Round(PriceOf(source, round) * (Pick("up", round, 2) == 0 ? 1.0045m : 0.9955m), 4);
        var dated = Standard.SlotOf(new RoundNumber(round)).Instant.AddDays(Pick("date", round, 2, node: node) == 0 ? -1 : 1);
        return builder.WithBody(node, source, VendorBody.Of(source, price, dated));
    }

    private RoundBuilder Spoil(RoundBuilder builder, int node, long round) => Pick("fault", round, 6, node: node) switch
    {
        5 => builder.WithTwoFaced(node),
        0 => builder.WithSilent(node),
        1 => builder.WithBadSignature(node),
        // Colluding: every liar of the round tells the same lie.
        2 => rules.Market.Sources.Aggregate(builder, (b, source) => b.WithLiar(node, source, 1_111m)),
        3 => rules.Market.Sources.Aggregate(builder, (b, source) => Lie(b, node, source, round)),
        _ => rules.Market.Sources.Aggregate(builder, (b, source) => Pick("partial", round, 2, source.Id.Value, node) == 0
            ? b.WithFailure(node, source, RefusalCode.Timeout)
            : b.WithLiar(node, source, 2_000m + node)),
    };

    private int Pick(string purpose, long round, int choices, string source = "", int node = 0) =>
        (int)(Draw.Fraction(seed, purpose, new RoundNumber(round), node, source) * choices);
}

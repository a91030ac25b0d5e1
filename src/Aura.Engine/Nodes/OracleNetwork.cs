using Aura.Engine.Market;

namespace Aura.Engine.Nodes;

/// <summary>The simulated decentralised oracle network: all nodes observe at once under one deadline.</summary>
public sealed class OracleNetwork(IMarketSource market, IObservationSigner signer, TimeProvider time)
{
    /// <summary>Gathers the signed observations of all nodes.</summary>
    public async Task<Gathering> GatherAsync(NodeRules rules, RoundQuery query, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(query.Deadline, time);
        var seen = await Task.WhenAll(rules.Nodes.Select(key =>
                new OracleNode(key.Node, market, signer).ObserveAsync(query, deadline.Token, cancellationToken)))
            .ConfigureAwait(false);

        return new Gathering(
            [.. seen.Select(s => s.Attributed).OrderBy(attributed => attributed.Observation.Node)],
            [.. seen.SelectMany(s => s.Bodies).DistinctBy(body => body.Hash)
                .OrderBy(body => body.Hash.Hex, StringComparer.Ordinal)],
            seen.SelectMany(s => s.Attributed.Observation.Sources)
                .Select(source => source.ReceivedAt)
                .Append(query.Slot.Instant)
                .Max());
    }
}

using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Nodes;

/// <summary>One node of the network: asks every source for itself, hashes what it received and signs one observation.</summary>
public sealed class OracleNode(NodeId id, IMarketSource market, IObservationSigner signer)
{
    /// <summary>Observes every source of the query; a source that has not answered by the deadline is a timeout.</summary>
    /// <param name="query">What to ask.</param>
    /// <param name="deadline">Cancelled when the round's time is up.</param>
    /// <param name="cancellationToken">Cancelled when the host stops; then there is no observation at all.</param>
    public async Task<(AttributedObservation Attributed, ImmutableArray<ResponseBody> Bodies)> ObserveAsync(
        RoundQuery query, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var seen = await Task.WhenAll(query.Sources.Select(source => SeeAsync(source, query, deadline, cancellationToken)))
            .ConfigureAwait(false);
        var observation = new Observation(
            query.Configuration, query.Round, query.Slot, id,
            [.. seen.Select(s => s.Observed).OrderBy(observed => observed.Source)]);
        var signature = await signer.SignAsync(id, observation.ToBytes(), cancellationToken).ConfigureAwait(false);
        return (new AttributedObservation(observation, signature), [.. seen.Select(s => s.Body).OfType<ResponseBody>()]);
    }

    private async Task<(ObservedSource Observed, ResponseBody? Body)> SeeAsync(
        SourceRule source, RoundQuery query, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var response = await FetchAsync(source, query, deadline, cancellationToken).ConfigureAwait(false);
        var body = response.Body.IsEmpty ? null : ResponseBody.Of(response.Body);
        var failure = response.Failure is RefusalCode.None && body is null ? RefusalCode.Empty : response.Failure;
        return (
            new ObservedSource(
                source.Id, body?.Hash, failure, response.Status, InstantText.Truncate(response.ReceivedAt))
            {
                Redacted = response.IsRedacted ? true : null,
            },
            body);
    }

    private async Task<RawResponse> FetchAsync(
        SourceRule source, RoundQuery query, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        var request = new FetchRequest(source, id, query.Round, query.Slot, query.Moment.Time);
        try
        {
            // WaitAsync: a transport that ignores its token must not hold the round beyond its deadline.
            return await market.FetchAsync(request, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RawResponse.Failed(RefusalCode.Timeout, query.Slot.Instant + query.Deadline);
        }
    }
}

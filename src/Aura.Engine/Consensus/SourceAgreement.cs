using System.Diagnostics;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>From the votes about one source to its outcome: tally, parse the winning body, convert, exclude.</summary>
public static class SourceAgreement
{
    private const int PricePlaces = 8;

    // Vendors stamp seconds and the received time has milliseconds; anything further ahead is a wrong clock.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    /// <summary>Decides one source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="asset">Its asset.</param>
    /// <param name="rules">Weights and conversion factors.</param>
    /// <param name="quorum">The arithmetic in force.</param>
    /// <param name="votes">The counted observations and the bodies they name.</param>
    public static SourceOutcome Decide(
        SourceRule source, AssetRule asset, ConsensusRules rules, Quorum quorum, RoundVotes votes)
    {
        var tally = SourceTally.OnBodies(source.Id, votes.Observations, quorum);
        if (tally.Winner is not { BodyHash: { } hash })
            return WithoutWinner(source, tally);

        var agreed = new SourceOutcome(
            source.Id, source.Vendor, SourceVerdict.Agreed, RefusalCode.None, null,
            tally.Votes, quorum.VotesNeeded, hash, null, null, null);
        return BodyParsers.Read(source, votes.BodyOf(hash), votes.Moment.Time) switch
        {
            Reading.Quoted quoted => Accept(agreed with { Quote = quoted.Quote }, quoted.Quote, source, asset, rules, votes),
            Reading.Refused refused => Refuse(agreed, refused.Code, refused.Reason),
            _ => throw new UnreachableException(),
        };
    }

    private static SourceOutcome WithoutWinner(SourceRule source, SourceTally tally)
    {
        var outcome = new SourceOutcome(
            source.Id, source.Vendor, SourceVerdict.NoAgreement, RefusalCode.None, null,
            tally.Votes, tally.Quorum.VotesNeeded, null, null, null, null);
        return tally.CommonFailure is { } failure
            ? Refuse(outcome, failure.Failure,
                $"{failure.Nodes.Length} of {tally.Quorum.Nodes} nodes report it; {tally.Quorum.OneHonest} are enough.")
            : outcome with
            {
                Reason = $"The largest group of equal bodies has {tally.Votes} of {tally.Quorum.Nodes} nodes; "
                    + $"{tally.Quorum.VotesNeeded} are needed.",
            };
    }

    private static SourceOutcome Accept(
        SourceOutcome agreed, Quote quote, SourceRule source, AssetRule asset, ConsensusRules rules, RoundVotes votes)
    {
        var age = votes.Moment.Time - quote.SourceTime;
        if (age < -ClockTolerance)
            return Refuse(agreed, RefusalCode.FutureDated,
                $"Dated {InstantText.Of(quote.SourceTime)}, after the market's {InstantText.Of(votes.Moment.Time)}.");
        if (votes.Moment.Session is MarketSession.Open && age > TimeSpan.FromSeconds(source.StaleAfterSeconds))
            return Refuse(agreed, RefusalCode.Stale,
                $"{(long)age.TotalSeconds} s old; {source.StaleAfterSeconds} s are allowed.");

        decimal? ounces = source.Unit is PriceUnit.Share && asset.Unit is PriceUnit.TroyOunce
            ? OuncesPerShare.On(NewYorkTime.DateOf(quote.SourceTime), rules)
            : null;
        decimal price = decimal.Round(quote.Amount / (ounces ?? 1m), PricePlaces, MidpointRounding.ToEven);
        // A price that rounds to nothing is none, whatever the bounds: a mean of zero has no dispersion.
        return price <= 0m || price < asset.LowestPrice || price > asset.HighestPrice
            ? Refuse(agreed, RefusalCode.Implausible,
                $"{DecimalText.Of(price)} is outside {DecimalText.Of(asset.LowestPrice)} to {DecimalText.Of(asset.HighestPrice)}.")
            : agreed with { OuncesPerShare = ounces, Price = price };
    }

    private static SourceOutcome Refuse(SourceOutcome outcome, RefusalCode code, string reason) =>
        outcome with { Verdict = SourceVerdict.Refused, Refusal = code, Reason = reason };
}

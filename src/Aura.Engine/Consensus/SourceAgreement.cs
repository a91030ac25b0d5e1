using System.Collections.Immutable;
using System.Diagnostics;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>From the votes about one source to its outcome: tally, read what won, convert, exclude.</summary>
public static class SourceAgreement
{
    private const int PricePlaces = 8;

    // Few ounces make a share's price an absurd one; above this its square would come near the end of a decimal.
    private const decimal HighestPrice = 1_000_000_000_000m;

    /// <summary>Decides one source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="asset">Its asset.</param>
    /// <param name="market">When markets trade.</param>
    /// <param name="rules">Agreement kinds, weights and conversion factors.</param>
    /// <param name="quorum">The arithmetic in force.</param>
    /// <param name="votes">The counted observations and the bodies they name.</param>
    public static SourceOutcome Decide(
        SourceRule source, AssetRule asset, MarketRules market, ConsensusRules rules, Quorum quorum, RoundVotes votes)
    {
        var tally = SourceTally.Of(source, rules, quorum, votes);
        if (tally.Winner is not { } winner)
            return WithoutWinner(source, tally, rules);

        var agreed = Outcome(source, tally, winner.Bodies) with { Verdict = SourceVerdict.Agreed };
        return Read(source, winner, votes) switch
        {
            Reading.Quoted quoted => Accept(agreed with { Quote = quoted.Quote }, quoted.Quote, source, asset, market, rules, votes),
            Reading.Refused refused => Refuse(agreed, refused.Code, refused.Reason),
            _ => throw new UnreachableException(),
        };
    }

    // Nodes that voted on quotes have read their bodies; those that voted on a body agree on bytes, whatever these say.
    private static Reading Read(SourceRule source, VoteGroup winner, RoundVotes votes) =>
        winner.Quote is { } quote ? new Reading.Quoted(quote) : votes.Read(source, winner.Bodies[0]);

    private static SourceOutcome WithoutWinner(SourceRule source, SourceTally tally, ConsensusRules rules) =>
        tally.CommonFailure is { } failure
            ? Refuse(Outcome(source, tally, failure.Bodies), failure.Failure,
                $"{failure.Nodes.Length} of {tally.Quorum.Nodes} nodes report it; {tally.Quorum.OneHonest} are enough.")
            : Outcome(source, tally, []) with { Reason = Shortfall(tally, rules) };

    private static string Shortfall(SourceTally tally, ConsensusRules rules)
    {
        int nodes = tally.Quorum.Nodes;
        string dropped = tally.Dropped == 0 ? string.Empty : $" {tally.Dropped} in another currency or unit were dropped.";
        return tally.Agreement switch
        {
            AgreementKind.Body => $"The largest group of equal bodies has {tally.Votes} of {nodes} nodes; "
                + $"{tally.Quorum.VotesNeeded} are needed.",
            AgreementKind.Quote => $"The largest group of equal quotes has {tally.Votes} of {nodes} nodes; "
                + $"{tally.Quorum.VotesNeeded} are needed.",
            AgreementKind.Median when !tally.HasEnoughValues =>
                $"{tally.Values} of {nodes} nodes state a value; a median needs {tally.Quorum.HonestMajority}.{dropped}",
            AgreementKind.Median => $"{tally.Votes} of {nodes} nodes lie within "
                + $"{DecimalText.Of(rules.MedianTolerancePercent)} % of the median of {tally.Values} values; "
                + $"{tally.Quorum.VotesNeeded} are needed.{dropped}",
            _ => throw new UnreachableException(),
        };
    }

    private static SourceOutcome Outcome(SourceRule source, SourceTally tally, ImmutableArray<Digest> bodies) =>
        new(
            source.Id, source.Vendor, SourceVerdict.NoAgreement, RefusalCode.None, null, tally.Votes,
            tally.Quorum.VotesNeeded, tally.Values, bodies, null, null, null);

    private static SourceOutcome Accept(
        SourceOutcome agreed, Quote quote, SourceRule source, AssetRule asset, MarketRules market, ConsensusRules rules,
        RoundVotes votes)
    {
        quote = QuoteTime.Dated(quote, source, market);
        agreed = agreed with { Quote = quote };
        if (QuoteTime.Defect(quote, source, asset, market, votes.Moment) is { } defect)
            return Refuse(agreed, defect.Code, defect.Reason);

        decimal? ounces = source.Unit is PriceUnit.Share && asset.Unit is PriceUnit.TroyOunce
            ? OuncesPerShare.On(NewYorkTime.DateOf(quote.SourceTime), rules)
            : null;
        decimal price = decimal.Round(quote.Amount / (ounces ?? 1m), PricePlaces, MidpointRounding.ToEven);
        // A price that rounds to nothing is none, whatever the bounds: a mean of zero has no dispersion.
        decimal highest = decimal.Min(asset.HighestPrice, HighestPrice);
        return price <= 0m || price < asset.LowestPrice || price > highest
            ? Refuse(agreed, RefusalCode.Implausible,
                $"{DecimalText.Of(price)} is outside {DecimalText.Of(asset.LowestPrice)} to {DecimalText.Of(highest)}.")
            : agreed with { OuncesPerShare = ounces, Price = price };
    }

    private static SourceOutcome Refuse(SourceOutcome outcome, RefusalCode code, string reason) =>
        outcome with { Verdict = SourceVerdict.Refused, Refusal = code, Reason = reason };
}

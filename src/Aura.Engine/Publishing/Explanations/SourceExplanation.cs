using System.Diagnostics;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>How a source's price came to be, or why the source is excluded.</summary>
/// <param name="Source">The source.</param>
/// <param name="Sentence">In words, with the votes and the conversion as a formula.</param>
public sealed record SourceExplanation(SourceId Source, string Sentence)
{
    /// <summary>Explains a source.</summary>
    public static SourceExplanation Of(SourceReport source, Quorum quorum, ConsensusRules consensus) =>
        new(source.Id, source switch
        {
            { Verdict: SourceVerdict.NoAgreement } => $"Excluded, because the nodes do not agree: {source.Reason}",
            // Fewer votes than a value needs: what made it fail is the failure that nodes have in common.
            _ when source.Votes < quorum.VotesNeeded => $"Excluded as {Wording.Code(source.Refusal)}: {source.Reason}",
            { Verdict: SourceVerdict.Agreed } =>
                $"{Votes(source, quorum, consensus)}{Stated(source)}. {Converted(source)} It weighs {Wording.Number(source.Weight)}.",
            { Verdict: SourceVerdict.Refused } =>
                $"{Votes(source, quorum, consensus)}{Stated(source)}. Excluded as {Wording.Code(source.Refusal)}: {source.Reason}",
            _ => throw new UnreachableException(),
        });

    private static string Votes(SourceReport source, Quorum quorum, ConsensusRules consensus)
    {
        string votes = $"{source.Votes} of {quorum.Nodes} nodes";
        string needed = $"{quorum.VotesNeeded} are needed";
        return source.Agreement switch
        {
            AgreementKind.Body => $"{votes} received the same body ({needed})",
            AgreementKind.Quote => $"{votes} read the same quote from bodies of their own ({needed})",
            AgreementKind.Median => $"{votes} state a price within {Wording.Number(consensus.MedianTolerancePercent)} % "
                + $"of the median of {source.Values} values ({needed})",
            _ => throw new UnreachableException(),
        };
    }

    private static string Stated(SourceReport source) =>
        source is { RawPrice: { } raw, SourceTime: { } at }
            ? $": {Wording.Number(raw)} {Wording.Unit(source.RawUnit)}, valid at {InstantText.Of(at)}"
            : string.Empty;

    private static string Converted(SourceReport source)
    {
        string price = $"{Wording.Number(source.Price)} {Wording.Unit(source.Unit)}";
        return source.OuncesPerShare is { } ounces
            ? $"One share stands for {Wording.Number(ounces)} troy ounces: "
                + $"{Wording.Number(source.RawPrice)} / {Wording.Number(ounces)} = {price}."
            : source.Price == source.RawPrice
                ? "It is in the asset's unit and taken as it is."
                : $"Rounded to 8 places it is {price}.";
    }
}

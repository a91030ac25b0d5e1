using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;

namespace Aura.Engine.MasterLogic;

/// <summary>How far an agreed source lies from the others. It excludes nothing.</summary>
public static class SourceDistance
{
    private const int Places = 4;
    private const int FewestOthers = 2;

    /// <summary>One sentence about a source that lies far away; null for one that does not, or without two others.</summary>
    public static string? RemarkOn(SourceOutcome source, AssetAgreement agreement, RemarkRules rules)
    {
        var others = agreement.Agreed.Where(other => other.Source != source.Source)
            .Select(other => other.Price).OfType<decimal>().Order().ToImmutableArray();
        if (source is not { IsAgreed: true, Price: { } price } || others.Length < FewestOthers)
            return null;

        decimal median = (others[(others.Length - 1) / 2] + others[others.Length / 2]) / 2m;
        decimal percent = decimal.Round(100m * ((price / median) - 1m), Places, MidpointRounding.ToEven);
        return decimal.Abs(percent) <= rules.DistancePercent
            ? null
            : $"{DecimalText.Of(decimal.Abs(percent))} % {(percent > 0m ? "above" : "below")} the median of the other sources.";
    }
}

using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Thresholds;

/// <summary>What people have proposed and agreed on about thresholds.</summary>
public sealed record ThresholdBook
{
    /// <summary>Nothing proposed, nothing approved.</summary>
    public static ThresholdBook Empty { get; } = new();

    /// <summary>What waits for a second person; null, and not written, when nothing does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ThresholdProposal? Proposal { get; init; }

    /// <summary>What was agreed on; null, and not written, while the settings decide alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApprovedThresholds? Approved { get; init; }

    /// <summary>
    /// The book after another rule set came into force; null for a blank one. What waited was about the rules before, and
    /// thresholds that were agreed on hold only in the rule set that they make: changed settings win.
    /// </summary>
    public ThresholdBook? After(Digest configuration)
    {
        var approved = Approved?.Result == configuration ? Approved : null;
        return approved is null ? null : new ThresholdBook { Approved = approved };
    }
}

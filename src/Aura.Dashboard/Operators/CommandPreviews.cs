using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Operators;

/// <summary>What commands would do now, for pages and REST alike, and whether that is still what somebody was shown.</summary>
internal sealed class CommandPreviews(RoundFeed feed, RulesInForce rules)
{
    /// <summary>The preview of a command to a breaker as it is now.</summary>
    public CommandPreview Of(CommandKind kind, Scope scope)
    {
        var now = feed.Current;
        return CommandPreview.Of(kind, scope, now.Breakers, rules.Current.Breaker, now.Latest);
    }

    /// <summary>The preview of a command to a breaker as a page shows it.</summary>
    public CommandPreview Of(CommandKind kind, BreakerReport breaker, RoundReport? latest) =>
        CommandPreview.Of(
            kind, breaker.Scope,
            [.. feed.Current.Breakers.Select(known => known.Scope == breaker.Scope ? breaker : known)],
            rules.Current.Breaker, latest);

    /// <summary>
    /// Whether a digest is that of the present preview with the numbers of any round in memory. A round passes while
    /// somebody reads, and that changes nothing about what the command does.
    /// </summary>
    public bool IsPresent(CommandKind kind, Scope scope, Digest digest)
    {
        var now = feed.Current;
        return now.History.Reverse().Append(null).Any(round =>
            CommandPreview.Of(kind, scope, now.Breakers, rules.Current.Breaker, round).ToDigest() == digest);
    }
}

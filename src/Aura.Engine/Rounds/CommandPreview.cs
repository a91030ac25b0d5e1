using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds;

/// <summary>
/// What a command will do, in sentences made by the server, so that a page cannot promise anything else. The command
/// records the digest of what its sender was shown.
/// </summary>
/// <param name="Kind">The command.</param>
/// <param name="Scope">The breaker.</param>
/// <param name="Version">The breaker's version that the sentences are about.</param>
/// <param name="Lines">The sentences; the last one says who must act next.</param>
public sealed record CommandPreview(CommandKind Kind, Scope Scope, long Version, ImmutableArray<PreviewLine> Lines)
{
    /// <summary>SHA-256 of the canonical English lines with command, scope and version.</summary>
    public Digest ToDigest() => Digest.Of(CanonicalJson.Serialize(
        new PreviewDocument(Kind, Scope, Version, [.. Lines.Select(line => line.Text)]), RoundsJson.Default.PreviewDocument));

    /// <summary>Says what a command would do.</summary>
    /// <param name="kind">The command.</param>
    /// <param name="scope">The breaker, one of those given.</param>
    /// <param name="breakers">Every breaker as it is: a price goes out only while its own and SYSTEM are Closed.</param>
    /// <param name="rules">Cool-down, clean rounds, people.</param>
    /// <param name="latest">The round whose numbers are shown; null before the first.</param>
    public static CommandPreview Of(
        CommandKind kind, Scope scope, IReadOnlyList<BreakerReport> breakers, BreakerRules rules, RoundReport? latest)
    {
        var breaker = breakers.First(known => known.Scope == scope);
        return new CommandPreview(
            kind, scope, breaker.Version,
            [
                .. PreviewFacts.Of(breaker, latest),
                .. PreviewEffects.Of(kind, breaker, breakers, rules),
            ]);
    }
}

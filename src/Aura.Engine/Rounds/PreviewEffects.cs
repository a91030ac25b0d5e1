using System.Diagnostics;
using System.Globalization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds;

/// <summary>What a command changes, what it leaves alone, and who must act next.</summary>
internal static class PreviewEffects
{
    public static IEnumerable<PreviewLine> Of(
        CommandKind kind, BreakerReport breaker, IReadOnlyList<BreakerReport> all, BreakerRules rules)
    {
        IEnumerable<PreviewLine> effects = kind switch
        {
            CommandKind.Trip => Trip(breaker, all),
            CommandKind.BreakGlass when rules.ApprovalsRequired <= 1 =>
                [PreviewLine.Of("It will be refused: one person may reset here.")],
            CommandKind.Reset or CommandKind.Approve or CommandKind.BreakGlass when breaker.State is BreakerState.Closed or BreakerState.HalfOpen =>
                [PreviewLine.Of("It will be refused: a breaker that is {0} cannot be reset.", $"{breaker.State}")],
            CommandKind.Reset when rules.ApprovalsRequired > 1 =>
            [
                .. CoolDown(breaker, rules),
                PreviewLine.Of(
                    "Nothing changes yet: a compliance officer other than you must approve within {0} minutes.",
                    ResetRequest.Lifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture)),
                PreviewLine.Of("A trip or one decline in the meantime ends the request."),
            ],
            CommandKind.Reset => [.. CoolDown(breaker, rules), .. Probing(breaker, all, rules)],
            CommandKind.Approve => [.. Request(breaker), .. Probing(breaker, all, rules)],
            CommandKind.BreakGlass =>
            [
                PreviewLine.Of("You reset it alone, without the second person whom the rules ask for."),
                PreviewLine.Of("Every page says so until a compliance officer who is somebody else has reviewed it."),
                .. CoolDown(breaker, rules),
                .. Probing(breaker, all, rules),
            ],
            CommandKind.Review =>
            [
                breaker.Unreviewed is [var oldest, ..]
                    ? PreviewLine.Of("It ends the notice of the break-glass reset of {0}; your words are recorded as its review.", InstantText.Of(oldest.At))
                    : PreviewLine.Of("It will be refused: no break-glass reset waits for a review."),
                PreviewLine.Of("{0} stays {1}.", breaker.Scope.Value, $"{breaker.State}"),
            ],
            CommandKind.Decline =>
            [
                .. Request(breaker),
                PreviewLine.Of("{0} stays {1}; its prices stay stopped.", breaker.Scope.Value, $"{breaker.State}"),
                PreviewLine.Of("A reset needs a new request."),
            ],
            _ => throw new UnreachableException(),
        };
        return
        [
            .. effects,
            PreviewLine.Of("Every open page and every connected program is told at once; the ledger records it with your name and reason."),
            Next(kind, rules),
        ];
    }

    private static IEnumerable<PreviewLine> Trip(BreakerReport breaker, IReadOnlyList<BreakerReport> all)
    {
        var (going, stopped) = Split(Guarded(breaker, all), asset => IsClosed(asset) && IsClosed(System(all)));
        if (going.Length > 0)
            yield return PreviewLine.Of("These prices stop going out at once: {0}.", going);
        if (stopped.Length > 0)
            yield return PreviewLine.Of("These prices are stopped already, from now on by your decision too: {0}.", stopped);
        yield return PreviewLine.Of("{0} stays Isolated until a person resets it.", breaker.Scope.Value);
        yield return PreviewLine.Of("No other breaker changes.");
        yield return PreviewLine.Of("Rounds go on: prices are still fetched, agreed and recorded.");
    }

    private static IEnumerable<PreviewLine> Probing(BreakerReport breaker, IReadOnlyList<BreakerReport> all, BreakerRules rules)
    {
        var (free, held) = Split(
            Guarded(breaker, all), asset => breaker.Scope.IsSystem ? IsClosed(asset) : IsClosed(System(all)));
        yield return PreviewLine.Of(
            "Probing starts: after {0} clean rounds in a row the breaker closes.",
            rules.HalfOpenRounds.ToString(CultureInfo.InvariantCulture));
        if (free.Length > 0)
            yield return PreviewLine.Of("Only then these prices go out again: {0}.", free);
        if (held.Length > 0)
            yield return PreviewLine.Of("These prices stay stopped, by another breaker that is not Closed: {0}.", held);
        yield return PreviewLine.Of("A round with a cause opens it again; until it is Closed nothing goes out.");
        yield return PreviewLine.Of("No other breaker changes.");
    }

    // As an instant and not as what is left: the sentence is the same until the breaker changes.
    private static IEnumerable<PreviewLine> CoolDown(BreakerReport breaker, BreakerRules rules) =>
        breaker.CoolDownEndsAt is { } end
            ? [PreviewLine.Of("Before {0} it is refused: the cool-down lasts {1} after the trip.", InstantText.Of(end), Span(rules.CoolDown))]
            : [];

    private static IEnumerable<PreviewLine> Request(BreakerReport breaker) =>
        breaker.Pending is { } pending
            ? [PreviewLine.Of("It decides the request {0}, which is open until {1}.", $"{pending.Id}", InstantText.Of(pending.ExpiresAt))]
            : [PreviewLine.Of("It will be refused: no request waits.")];

    private static PreviewLine Next(CommandKind kind, BreakerRules rules) => kind switch
    {
        CommandKind.Trip when rules.ApprovalsRequired > 1 => PreviewLine.Of(
            "Next: an operator can ask for a reset after {0}; a compliance officer, who is somebody else, approves it.",
            Span(rules.CoolDown)),
        CommandKind.Trip => PreviewLine.Of("Next: an operator can reset it after {0}.", Span(rules.CoolDown)),
        CommandKind.Reset when rules.ApprovalsRequired > 1 => PreviewLine.Of("Next: a compliance officer approves or declines."),
        CommandKind.BreakGlass => PreviewLine.Of("Next: a compliance officer, who is somebody else, reviews it."),
        CommandKind.Reset or CommandKind.Approve or CommandKind.Review =>
            PreviewLine.Of("Next: nobody. The rounds decide; anybody may watch them here."),
        CommandKind.Decline => PreviewLine.Of("Next: an operator, who may ask again."),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<BreakerReport> Guarded(BreakerReport breaker, IReadOnlyList<BreakerReport> all) =>
        breaker.Scope.IsSystem ? all.Where(other => !other.Scope.IsSystem) : [breaker];

    private static BreakerReport System(IReadOnlyList<BreakerReport> all) => all.First(breaker => breaker.Scope.IsSystem);

    private static bool IsClosed(BreakerReport breaker) => breaker.State is BreakerState.Closed;

    private static (string Yes, string No) Split(IEnumerable<BreakerReport> assets, Func<BreakerReport, bool> test)
    {
        var sorted = assets.ToLookup(test, asset => asset.Scope.Value);
        return (string.Join(", ", sorted[true]), string.Join(", ", sorted[false]));
    }

    private static string Span(TimeSpan span) =>
        span.TotalMinutes >= 1 && span.Seconds == 0 && span.Milliseconds == 0
            ? $"{span.TotalMinutes.ToString(CultureInfo.InvariantCulture)} min"
            : $"{span.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s";
}

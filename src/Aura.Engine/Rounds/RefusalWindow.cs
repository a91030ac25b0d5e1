using System.Collections.Immutable;

namespace Aura.Engine.Rounds;

/// <summary>How many refusals of one actor have entries of their own in the present minute.</summary>
/// <param name="ActorId">The opaque id of the account.</param>
/// <param name="Since">When the minute began, UTC.</param>
/// <param name="Count">How many.</param>
public sealed record RefusalWindow(string ActorId, DateTimeOffset Since, int Count)
{
    /// <summary>So many refusals of one actor within <see cref="Length"/> get an entry each; more are summarised.</summary>
    public const int MostEntries = 10;

    /// <summary>How long a window lasts.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The windows after one more refusal of an actor; null when the actor's window is full, so that this refusal gets
    /// no entry of its own.
    /// </summary>
    public static ImmutableArray<RefusalWindow>? Add(
        ImmutableArray<RefusalWindow>? windows, string actor, DateTimeOffset now)
    {
        var open = Open(windows, now);
        var own = open.FirstOrDefault(window => string.Equals(window.ActorId, actor, StringComparison.Ordinal))
            ?? new RefusalWindow(actor, now, 0);
        return own.Count >= MostEntries
            ? null
            : [.. open.Where(window => window != own)
                .Append(own with { Count = own.Count + 1 })
                .OrderBy(window => window.ActorId, StringComparer.Ordinal)];
    }

    /// <summary>The windows that still count; null when none does.</summary>
    public static ImmutableArray<RefusalWindow>? Prune(ImmutableArray<RefusalWindow>? windows, DateTimeOffset now) =>
        Open(windows, now) is { IsEmpty: false } open ? open : null;

    private static ImmutableArray<RefusalWindow> Open(ImmutableArray<RefusalWindow>? windows, DateTimeOffset now) =>
        [.. (windows ?? []).Where(window => now - window.Since < Length)];
}

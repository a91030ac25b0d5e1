using System.Globalization;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>Which rounds a bundle is about: both ends belong to it, and so does everything recorded between them.</summary>
internal sealed record BundleRange(RoundNumber From, RoundNumber To)
{
    /// <summary>A day of rounds five seconds apart, and some: nobody reads more in one piece.</summary>
    public const int MostRounds = 20_000;

    /// <summary>Why it is no range, in one sentence; null when it is one.</summary>
    public string? Problem =>
        To.CompareTo(From) < 0
            ? string.Create(CultureInfo.InvariantCulture, $"'toRound' is {To}: it must not lie before 'fromRound', {From}.")
            : To.Value - From.Value >= MostRounds
                ? string.Create(CultureInfo.InvariantCulture, $"'fromRound' to 'toRound' are more than {MostRounds} rounds.")
                : null;
}

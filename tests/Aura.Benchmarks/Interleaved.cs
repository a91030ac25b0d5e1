using System.Runtime.Versioning;

namespace Aura.Benchmarks;

/// <summary>
/// Measures several pieces of work in turn, so that a slow minute of the machine meets all of them, and keeps the least
/// time of each: whatever disturbs only adds.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class Interleaved
{
    /// <summary>The least processor time of each, in the order given.</summary>
    public static TimeSpan[] Least(int repeats, params Action[] works)
    {
        var least = works.Select(_ => TimeSpan.MaxValue).ToArray();
        for (int repeat = 0; repeat < repeats; repeat++)
            for (int i = 0; i < works.Length; i++)
            {
                var time = ThreadClock.Of(works[i]);
                if (time < least[i])
                    least[i] = time;
            }

        return least;
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Aura.Benchmarks;

/// <summary>
/// What the calling thread has computed so far. Other processes on the machine make a wall clock run on; they hardly
/// touch this one. .NET has such a clock for a process only, with the compiler's and the collector's threads in it.
/// </summary>
[SupportedOSPlatform("linux")]
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static TimeSpan Now
    {
        get
        {
            if (Read(ThreadCpuTime, out var time) != 0)
                throw new InvalidOperationException("The kernel does not tell the thread's processor time.");
            return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1_000.0);
        }
    }

    /// <summary>The processor time of one call. It must stay on its thread.</summary>
    public static TimeSpan Of(Action work)
    {
        var before = Now;
        work();
        return Now - before;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Read(int clock, out Time time);

    // The layout of a 64-bit Linux, which is the only one that the project builds for.
    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}

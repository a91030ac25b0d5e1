using System.Diagnostics;
using System.Globalization;

namespace Aura.KillPoints;

/// <summary>A named moment of the commit, and at which of its passes the process ends by the signal that nobody can refuse.</summary>
internal sealed class KillPoint(string name, int pass)
{
    public const string Variable = "AURA_KILL_AT";

    public const string AfterClaim = "after-claim";

    public const string BeforeCommit = "before-commit";

    public const string AfterCommit = "after-commit-before-answer";

    private int _passes;
    private volatile bool _armed;

    /// <summary>Reads <c>name:pass</c>.</summary>
    public static KillPoint Parse(string? text) =>
        text?.Split(':') is [AfterClaim or BeforeCommit or AfterCommit, _] parts
        && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int pass)
            ? new KillPoint(parts[0], pass)
            : throw new FormatException(
                $"{Variable} is '{text}': accepted are {AfterClaim}, {BeforeCommit} or {AfterCommit}, a colon and the pass.");

    /// <summary>Passes count from the first command on: before it nobody is there who could notice a loss.</summary>
    public void Arm() => _armed = true;

    /// <summary>Passes a moment; does not return when it is the one.</summary>
    public async Task PassAsync(string moment)
    {
        if (!_armed || !string.Equals(moment, name, StringComparison.Ordinal) || Interlocked.Increment(ref _passes) != pass)
            return;

        using var self = Process.GetCurrentProcess();
        self.Kill();
        await Task.Delay(Timeout.Infinite);
    }
}

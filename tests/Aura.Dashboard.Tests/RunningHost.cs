namespace Aura.Dashboard.Tests;

/// <summary>One started host for all tests of a class that do not change accounts.</summary>
public sealed class RunningHost : IDisposable
{
    internal AuraHost Host { get; } = new AuraHost().Started();

    public void Dispose() => Host.Dispose();
}

using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Tests.Publishing.Hub;

/// <summary>Stored rounds that a test can hold back or break.</summary>
internal sealed class StoredRounds : IRoundHistory
{
    private readonly List<RoundReport> _reports = [];
    private readonly List<int> _asked = [];

    /// <summary>The limit of every request so far.</summary>
    public IReadOnlyList<int> Asked
    {
        get
        {
            lock (_reports)
                return [.. _asked];
        }
    }

    /// <summary>When set, each page waits for a release.</summary>
    public SemaphoreSlim? Pages { get; set; }

    /// <summary>Reading after this round fails.</summary>
    public long FailsFrom { get; set; } = long.MaxValue;

    public void Add(RoundReport report)
    {
        lock (_reports)
            _reports.Add(report);
    }

    public async Task<IReadOnlyList<RoundReport>> AfterAsync(
        RoundNumber after, int limit, CancellationToken cancellationToken)
    {
        if (after.Value >= FailsFrom)
            throw new IOException("The disk is gone.");
        lock (_reports)
            _asked.Add(limit);
        if (Pages is { } pages)
            await pages.WaitAsync(cancellationToken);
        lock (_reports)
            return [.. _reports.Where(report => report.Round.CompareTo(after) > 0).Take(limit)];
    }

    public Task<RoundNumber> LastAsync(CancellationToken cancellationToken)
    {
        lock (_reports)
            return Task.FromResult(_reports is [.., var last] ? last.Round : RoundNumber.None);
    }

    public Task<IReadOnlyList<RoundReport>> BeforeAsync(
        RoundNumber? before, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<RoundReport>> BetweenAsync(
        DateTimeOffset? from, DateTimeOffset? to, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<RoundReport?> FindAsync(RoundNumber round, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<RoundNumber> FirstRoundUnderAsync(Digest ruleSet, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

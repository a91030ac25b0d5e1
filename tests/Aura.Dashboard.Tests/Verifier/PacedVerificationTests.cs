using Aura.Engine.Rounds.Verification;
using Aura.Verifier;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Verifier;

public sealed class PacedVerificationTests
{
    private static readonly VerificationResult Result = new(VerificationVerdict.SignerNotConfirmed, [], null, null);

    private readonly FakeTimeProvider _clock = new();
    private readonly List<long> _drawn = [];
    private readonly List<long> _restedAfter = [];
    private long _pulled;

    [Fact]
    public async Task The_page_rests_after_every_fifty_milliseconds_and_never_waits_for_more_than_one_step()
    {
        var result = await FollowAsync(Steps(20, TimeSpan.FromMilliseconds(20)), CancellationToken.None);

        Assert.Same(Result, result);
        Assert.Equal([3, 6, 9, 12, 15, 18], _restedAfter);
        Assert.Equal(_restedAfter, _drawn);
    }

    [Fact]
    public async Task A_verification_faster_than_a_person_notices_is_not_interrupted()
    {
        await FollowAsync(Steps(49, TimeSpan.FromMilliseconds(1)), CancellationToken.None);

        Assert.Empty(_restedAfter);
    }

    [Fact]
    public async Task Cancelling_while_the_page_rests_pulls_no_further_record()
    {
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAsync<OperationCanceledException>(() => FollowAsync(
            Steps(20, TimeSpan.FromMilliseconds(20)), cancel.Token, afterRest: () => cancel.Cancel()));

        // The step that finds the cancellation has been pulled and is not looked at.
        Assert.Equal([3], _restedAfter);
        Assert.Equal(4, _pulled);
    }

    [Fact]
    public async Task A_verification_that_ends_without_a_result_is_a_bug_and_never_a_verdict() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => FollowAsync([], CancellationToken.None));

    private Task<VerificationResult> FollowAsync(
        IEnumerable<VerificationStep> steps, CancellationToken cancellationToken, Action? afterRest = null) =>
        new PacedVerification(_clock, () =>
        {
            _restedAfter.Add(_pulled);
            afterRest?.Invoke();
            return Task.CompletedTask;
        }).FollowAsync(steps, progress => _drawn.Add(progress.Done), cancellationToken);

    private IEnumerable<VerificationStep> Steps(int count, TimeSpan each)
    {
        for (_pulled = 1; _pulled <= count; _pulled++)
        {
            _clock.Advance(each);
            yield return new VerificationStep.Progress(_pulled, count, "a record");
        }

        yield return new VerificationStep.Finished(Result);
    }
}

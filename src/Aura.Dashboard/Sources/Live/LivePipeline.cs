using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace Aura.Dashboard.Sources.Live;

/// <summary>How a live vendor is asked: retries inside the round's deadline, then the budget, then the breaker.</summary>
/// <param name="gather">The round's deadline.</param>
/// <param name="period">The schedule's period.</param>
internal sealed class LivePipeline(TimeSpan gather, TimeSpan period)
{
    private const int Retries = 3;
    private const int FewestCallsToJudge = 10;
    private const int RoundsToJudge = 5;

    // The breaker opens at or above its ratio, and half is still allowed to fail.
    private const double FailureRatio = 0.5000001;

    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestFirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    // Its body included; half the deadline leaves room for another.
    private readonly TimeSpan _attempt = gather / 2 < LongestAttempt ? gather / 2 : LongestAttempt;

    public void AddPatience(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline, RandomNumberGenerator chance, TimeProvider time)
    {
        pipeline.AddTimeout(gather).AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = gather / 20 < LongestFirstDelay ? gather / 20 : LongestFirstDelay,
            Randomizer = () => Fraction(chance),
            ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnother(arguments, time)),
        });
    }

    public void AddBreaker(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, VendorLine line, VendorAlarms alarms)
    {
        pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            FailureRatio = FailureRatio,
            MinimumThroughput = FewestCallsToJudge,
            SamplingDuration = period * RoundsToJudge,
            // One round's pause: the next one but one tries again with a single call.
            BreakDuration = period > ShortestPause ? period : ShortestPause,
            StateProvider = line.Breaker,
            // A vendor that asks for patience works; its own words hold the budget.
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Result?.StatusCode is not HttpStatusCode.TooManyRequests
                && HttpClientResiliencePredicates.IsTransient(arguments.Outcome)),
            OnOpened = arguments =>
            {
                alarms.Suspended(line.Name, arguments.BreakDuration);
                return ValueTask.CompletedTask;
            },
            OnClosed = _ =>
            {
                alarms.Resumed(line.Name);
                return ValueTask.CompletedTask;
            },
        }).AddTimeout(_attempt);
    }

    // Silence beyond the deadline is an answer now rather than a timeout later.
    private static bool IsWorthAnother(RetryPredicateArguments<HttpResponseMessage> arguments, TimeProvider time)
    {
        if (!HttpClientResiliencePredicates.IsTransient(arguments.Outcome))
            return false;
        if (arguments.Outcome.Result is not { RequestMessage: { } request } response)
            return true;
        return RefusalHold.AskedFor(response, time.GetUtcNow()) is not { } until
            || !request.Options.TryGetValue(FetchContext.Deadline, out var deadline)
            || until < deadline;
    }

    private static double Fraction(RandomNumberGenerator chance)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        chance.GetBytes(bytes);
        return BitConverter.ToUInt32(bytes) / (uint.MaxValue + 1.0);
    }
}

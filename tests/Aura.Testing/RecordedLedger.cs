using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Rounds;

namespace Aura.Testing;

/// <summary>A ledger as a day leaves it: rounds with lies and failures, commands, refusals and a notice; always the same.</summary>
public static class RecordedLedger
{
    /// <summary>Commits so many rounds, and what happens between them.</summary>
    public static async Task<IReadOnlyList<Commit>> RecordAsync(int rounds, CancellationToken cancellationToken)
    {
        var rules = A.RuleSet().Build();
        var store = new MemoryRoundStore();
        var time = new Clock();
        using var engine = new RiskEngine(store, new RulesInForce(rules), new RecordingPublisher(), time);
        await engine.AdoptRulesAsync(cancellationToken);
        for (int n = 1; n <= rounds; n++)
        {
            time.Now = Standard.SlotOf(new RoundNumber(n)).Instant.AddMilliseconds(500);
            await engine.DecideAsync(Round(n).InRound(n).Build(), cancellationToken);
            if (n % 3 == 0)
                await engine.SubmitAsync(Command(n, store.State), cancellationToken);
        }

        return store.Commits;
    }

    private static RoundBuilder Round(int n) => (n % 10) switch
    {
        1 => A.Round().WithPrice(Standard.GoldShare, 200m).WithPrice(Standard.GoldRate, 4_500m),
        2 => A.Round().WithLiar(2, Standard.MsftDay, 1m).WithSilent(3),
        3 => A.Round().WithFailure(Standard.GoldSpot, RefusalCode.Timeout).WithBadSignature(1),
        4 => A.Round().WithSilent(1).WithSilent(2),
        5 => A.Round().WithBody(Standard.GoldRate, new byte[] { (byte)'{', 0xff, (byte)'}' }).WithGold(3_300.123456m),
        _ => A.Round().WithGold(3_350m + n),
    };

    private static OperatorCommand Command(int n, EngineState state)
    {
        var scope = n % 2 == 0 ? Standard.GoldScope : Scope.System;
        var builder = A.Command().WithId(n).Because(ReasonCode.Drill, $"A drill in round {n}.");
        var varied = (n % 4) switch
        {
            0 => builder.By("auditor-1", ActorRole.Auditor),
            1 => builder.Trip(Standard.MsftScope),
            2 => builder.Reset(scope).ExpectingVersion(state.BreakerOf(scope).Version),
            _ => builder.Trip(scope),
        };
        return varied.Build();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Standard.Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Aura.Testing;

namespace Aura.Engine.Tests.Rounds;

/// <summary>What can come from outside: markets of every kind, people who do what they may and what they may not, notices.</summary>
internal sealed class CauseModelWorld
{
    private readonly Random _chance;
    private TimeSpan _ahead;

    public CauseModelWorld(Random chance, int people)
    {
        _chance = chance;
        var guard = chance.Next(3) == 0 ? null : new FlapGuard(chance.Next(1, 5), 120_000);
        var shipped = A.RuleSet().AsShipped().WithBreaker(breaker => breaker with
        {
            ApprovalsRequired = people,
            CoolDownMilliseconds = 5_000,
            Causes = [.. breaker.CausesInForce.Select(cause => cause with { Mode = (CauseMode)chance.Next(3) })],
            Flapping = guard,
        }).WithRisk(risk => risk with { Volatility = risk.Volatility! with { FewestReturns = 5 } });
        // Minutes as seconds, so that answers run out within a schedule.
        Rules = (chance.Next(2) == 0 ? shipped.InExchangeHours() : shipped).Build() with
        {
            Alerts = new AlertRules(15_000, 5_000, 3, 480_000),
        };
    }

    public RuleSet Rules { get; }

    /// <summary>A moment after a state's last round, and before the next one.</summary>
    public DateTimeOffset After(EngineState state) =>
        Standard.SlotOf(state.Round).Instant.AddMilliseconds(1_000 + _chance.Next(3_900));

    public RoundInputs Round(EngineState state)
    {
        // Past the night, or past a weekend.
        bool isLater = _chance.Next(6) == 0;
        if (isLater)
            _ahead += TimeSpan.FromDays(_chance.Next(1, 3));
        var round = A.Round().Under(Rules).After(state).AtMarketTime(Standard.SlotOf(state.Round.Next).Instant + _ahead);
        return (isLater && _chance.Next(2) == 0 ? round.WithGold(3356.73m * 1.3m) : Vary(round)).Build();
    }

    public Notice Notice() => _chance.Next(12) switch
    {
        0 => new Notice.LedgerDamaged(7, "Its bytes have another digest."),
        1 => new Notice.LedgerContradicted("aura.test/ledger", 9, default, "It is shorter."),
        2 => new Notice.SlotsMissed(Standard.SlotOf(new RoundNumber(2)), Standard.SlotOf(new RoundNumber(4)), 3),
        < 8 => new Notice.VendorSuspended("Finnhub"),
        _ => new Notice.VendorResumed("Finnhub"),
    };

    public OperatorCommand Command(EngineState state, int id, DateTimeOffset now)
    {
        var book = state.Alerts ?? AlertBook.Empty;
        var served = (state.Causes ?? []).FirstOrDefault();
        // Most of what people do is about what is halted, what waits or what nobody has looked at.
        var halted = Pick(state, breaker => breaker.State is BreakerState.Open or BreakerState.Isolated);
        var asked = Pick(state, breaker => breaker.Request is { Status: RequestStatus.Pending });
        var alone = Pick(state, breaker => breaker.Unreviewed is not null);
        // Who holds both roles must still be two people.
        var both = A.Command().WithId(id).By($"both-{_chance.Next(2)}", ActorRole.Operator, ActorRole.Compliance);
        if (alone.Unreviewed is [var waiting, ..] && _chance.Next(3) == 0)
            return At(both, alone, CommandKind.Review) with { RequestId = waiting.Command.CommandId };
        return _chance.Next(16) switch
        {
            0 => At(both, Pick(state, _ => true), CommandKind.Trip),
            < 6 => At(both, halted, CommandKind.Reset),
            < 9 => At(both, asked, CommandKind.Approve) with { RequestId = asked.Request?.Id },
            9 => At(both, asked, CommandKind.Decline) with { RequestId = asked.Request?.Id },
            10 => At(both, halted, CommandKind.BreakGlass) with { Justification = "Nobody else is on duty now." },
            11 => At(both, alone, CommandKind.Review),
            12 => At(both, halted, CommandKind.Acknowledge) with
            {
                Incident = book.Open is [] ? 1 : book.Open[_chance.Next(book.Open.Length)].Number,
            },
            13 => At(both, Pick(state, _ => true), CommandKind.Silence) with
            {
                Alert = (AlertKind)_chance.Next(Enum.GetValues<AlertKind>().Length),
                Until = now.AddSeconds(_chance.Next(-10, 500)),
            },
            14 => At(both, halted, CommandKind.EndSilence) with { RequestId = book.Silences is [var first, ..] ? first.CommandId : null },
            _ => served is null
                ? At(both, halted, CommandKind.JudgeFalse) with { Cause = BreakerCause.Stale }
                : At(both, halted, CommandKind.JudgeFalse) with
                {
                    Scope = served.Scope,
                    Cause = served.Cause,
                    ExpectedVersion = served.LastTrip.Value,
                },
        };
    }

    private BreakerRecord Pick(EngineState state, Func<BreakerRecord, bool> isMeant)
    {
        List<BreakerRecord> breakers = [.. Rules.Scopes.Select(state.BreakerOf)];
        List<BreakerRecord> meant = [.. breakers.Where(isMeant)];
        return meant.Count > 0 && _chance.Next(4) > 0 ? meant[_chance.Next(meant.Count)] : breakers[_chance.Next(breakers.Count)];
    }

    private static OperatorCommand At(CommandBuilder command, BreakerRecord breaker, CommandKind kind) =>
        command.ExpectingVersion(breaker.Version).Build() with { Scope = breaker.Scope, Kind = kind };

    private RoundBuilder Vary(RoundBuilder round) => _chance.Next(15) switch
    {
        0 => Apart(round, _chance.Next(300)),
        1 => Apart(round, 60).WithPrice(Standard.MsftDay, 467.68m * 1.4m),
        2 => round.WithGold(3356.73m * (0.7m + (_chance.Next(60) / 100m))),
        3 => Standard.Sources.Aggregate(round, (all, source) => all.WithFailure(source.Rule, RefusalCode.Timeout)),
        4 => round.WithFailure(Standard.GoldSpot, RefusalCode.Stale).WithFailure(Standard.GoldRate, RefusalCode.Stale)
            .WithFailure(Standard.GoldShare, RefusalCode.Stale),
        5 => round.WithTwoFaced(1).WithTwoFaced(2),
        6 => round.WithSilent(1).WithSilent(2),
        7 => round.OutOfSession(),
        // By the gram.
        8 => round.WithPrice(Standard.GoldSpot, 107.9217m),
        _ => round,
    };

    private static RoundBuilder Apart(RoundBuilder round, int percent) =>
        round.WithPrice(Standard.GoldRate, decimal.Round(3356.73m * (1m + (percent / 100m)), 2));
}

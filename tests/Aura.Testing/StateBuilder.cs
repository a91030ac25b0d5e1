using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Rounds;

namespace Aura.Testing;

/// <summary>Builds an engine state.</summary>
public sealed record StateBuilder
{
    private RoundNumber Round { get; init; }

    private ImmutableDictionary<Scope, BreakerRecord> Breakers { get; init; } =
        ImmutableDictionary<Scope, BreakerRecord>.Empty;

    private ImmutableDictionary<AssetSymbol, AssetMemory> Memories { get; init; } =
        ImmutableDictionary<AssetSymbol, AssetMemory>.Empty;

    public StateBuilder AfterRound(long number) => this with { Round = new RoundNumber(number) };

    /// <summary>A breaker that came into a state at an instant by the transition that leads there.</summary>
    public StateBuilder WithBreaker(
        Scope scope, BreakerState state, long version = 2, DateTimeOffset? since = null, int cleanRounds = 0) =>
        this with { Breakers = Breakers.SetItem(scope, Record(scope, state, version, since ?? Standard.Start, cleanRounds)) };

    public StateBuilder WithMemory(AssetMemory memory) => this with { Memories = Memories.SetItem(memory.Asset, memory) };

    public EngineState Build() => EngineState.Initial.With(Breakers.Values, Memories.Values, Round);

    /// <summary>The record of a breaker that has come into a state.</summary>
    public static BreakerRecord Record(
        Scope scope, BreakerState state, long version, DateTimeOffset since, int cleanRounds = 0)
    {
        var (from, cause) = state switch
        {
            BreakerState.Closed => (BreakerState.HalfOpen, BreakerCause.CleanRounds),
            BreakerState.Open => (BreakerState.Closed, BreakerCause.ExtremeDispersion),
            BreakerState.HalfOpen => (BreakerState.Open, BreakerCause.ManualReset),
            _ => (BreakerState.Closed, BreakerCause.ManualTrip),
        };
        bool isManual = cause is BreakerCause.ManualReset or BreakerCause.ManualTrip;
        var command = new TransitionCommand(CommandBuilder.IdOf(0), "operator-1", ReasonCode.Drill, "A drill, nothing more.");
        return new BreakerRecord(
            scope, state, version, cleanRounds, since,
            new Transition(
                scope, from, state, version, cause, isManual, since, isManual ? null : new RoundNumber(1),
                "Arranged by a test.", isManual ? command : null));
    }
}

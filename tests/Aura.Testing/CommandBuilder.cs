using System.Collections.Immutable;
using System.Globalization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Testing;

/// <summary>Builds a command; by default an operator trips SYSTEM.</summary>
public sealed record CommandBuilder
{
    private Guid Id { get; init; } = IdOf(1);

    private CommandKind Kind { get; init; } = CommandKind.Trip;

    private Scope Scope { get; init; } = Scope.System;

    private long ExpectedVersion { get; init; } = 1;

    private ReasonCode ReasonCode { get; init; } = ReasonCode.Drill;

    private string Reason { get; init; } = "A drill, nothing more.";

    private Guid? RequestId { get; init; }

    private ThresholdSet? Thresholds { get; init; }

    private CommandActor Actor { get; init; } = new("operator-1", [ActorRole.Operator]);

    /// <summary>A readable command id: chance is injected, in tests too.</summary>
    public static Guid IdOf(int number) =>
        Guid.ParseExact(number.ToString("x32", CultureInfo.InvariantCulture), "N");

    public CommandBuilder WithId(int number) => this with { Id = IdOf(number) };

    public CommandBuilder Trip(Scope scope) => this with { Kind = CommandKind.Trip, Scope = scope };

    public CommandBuilder Reset(Scope scope) => this with { Kind = CommandKind.Reset, Scope = scope };

    /// <summary>A compliance officer approves the request that a command made.</summary>
    public CommandBuilder Approve(Scope scope, int request) => Decide(CommandKind.Approve, scope, request);

    /// <summary>A compliance officer declines the request that a command made.</summary>
    public CommandBuilder Decline(Scope scope, int request) => Decide(CommandKind.Decline, scope, request);

    /// <summary>An administrator proposes thresholds.</summary>
    public CommandBuilder Propose(ThresholdSet? thresholds) =>
        By("administrator-1", ActorRole.Administrator) with { Kind = CommandKind.ProposeThresholds, Thresholds = thresholds };

    /// <summary>A compliance officer approves the thresholds that a command proposed.</summary>
    public CommandBuilder ApproveThresholds(int proposal) => Decide(CommandKind.ApproveThresholds, Scope.System, proposal);

    /// <summary>A compliance officer declines the thresholds that a command proposed.</summary>
    public CommandBuilder DeclineThresholds(int proposal) => Decide(CommandKind.DeclineThresholds, Scope.System, proposal);

    public CommandBuilder ExpectingVersion(long version) => this with { ExpectedVersion = version };

    public CommandBuilder Because(ReasonCode code, string reason) => this with { ReasonCode = code, Reason = reason };

    public CommandBuilder By(string actor, params ImmutableArray<ActorRole> roles) =>
        this with { Actor = new CommandActor(actor, roles) };

    public OperatorCommand Build() => new(Id, Kind, Scope, ExpectedVersion, ReasonCode, Reason, Actor)
    {
        RequestId = RequestId,
        Thresholds = Thresholds,
    };

    private CommandBuilder Decide(CommandKind kind, Scope scope, int request) =>
        By("compliance-1", ActorRole.Compliance) with { Kind = kind, Scope = scope, RequestId = IdOf(request) };
}

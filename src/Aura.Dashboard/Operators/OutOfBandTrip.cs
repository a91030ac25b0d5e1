using System.Diagnostics;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Operators;

/// <summary>
/// Trips without a web host, beside one or instead of one, through the same engine and into the same ledger. The rules are
/// those that the ledger names, not those of the shell that the verb was started from.
/// </summary>
internal sealed class OutOfBandTrip(IRoundStore store, ILedgerArchive archive, TimeProvider time)
{
    // Each is three of the engine's: a dashboard that commits every second cannot win all of them.
    private const int MostAttempts = 20;

    public async Task<OutOfBandResult> RunAsync(
        Actor actor, string scopeName, ReasonCode code, string reason, CancellationToken cancellationToken)
    {
        // One id for all attempts: should one have been committed after all, the next one gets its answer.
        var commandId = Guid.CreateVersion7(time.GetUtcNow());
        for (int i = 0; i < MostAttempts; i++)
        {
            var before = await store.LoadAsync(null, cancellationToken);
            if (before.State.Configuration is not { } digest)
                return new OutOfBandResult.NoRules();
            var rules = await archive.RuleSetAsync(digest, cancellationToken);
            if (rules.Scopes.FirstOrDefault(known => string.Equals(known.Value, scopeName, StringComparison.Ordinal)) is not { } scope)
                return new OutOfBandResult.UnknownScope([.. rules.Scopes]);

            var command = new OperatorCommand(
                commandId, CommandKind.Trip, scope, before.State.BreakerOf(scope).Version, code, reason.Trim(),
                new CommandActor(actor.Id, [.. actor.Roles.Select(Enum.Parse<ActorRole>).Order()]));
            if (await TrySubmitAsync(rules, command, cancellationToken) is { } answer)
                return new OutOfBandResult.Answered(answer);
        }

        return new OutOfBandResult.LedgerBusy();
    }

    private async Task<CommandAnswer?> TrySubmitAsync(
        RuleSet rules, OperatorCommand command, CancellationToken cancellationToken)
    {
        using var engine = new RiskEngine(store, new RulesInForce(rules), new Nobody(), time);
        try
        {
            return await engine.SubmitAsync(command, cancellationToken) switch
            {
                SubmitResult.Answered answered => answered.Answer,
                // The version moved on between two attempts of one id, and the first was committed nevertheless.
                SubmitResult.KnownIdWithAnotherBody =>
                    (await store.LoadAsync(command.CommandId, cancellationToken)).Prior?.Answer,
                _ => throw new UnreachableException(),
            };
        }
        catch (LedgerMovedOnException)
        {
            return null;
        }
    }

    // Whoever shows pages reads the ledger; here nobody looks.
    private sealed class Nobody : IReportPublisher
    {
        public ValueTask RoundCompletedAsync(RoundReport report, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask BreakerChangedAsync(
            Transition transition, BreakerReport breaker, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask RequestChangedAsync(BreakerReport breaker, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask AlertsChangedAsync(AlertBook alerts, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}

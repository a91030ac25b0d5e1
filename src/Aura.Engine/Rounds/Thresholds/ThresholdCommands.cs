using System.Diagnostics;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Thresholds;

/// <summary>Commands that change no breaker but the rules: proposed by one person, approved by another.</summary>
internal static class ThresholdCommands
{
    public static bool Covers(CommandKind kind) =>
        kind is CommandKind.ProposeThresholds or CommandKind.ApproveThresholds or CommandKind.DeclineThresholds;

    public static CommandOutcome Decide(EngineState state, RuleSet rules, OperatorCommand command, DateTimeOffset now, RefusedCommand refused)
    {
        // A host whose settings are no longer those in force must not judge what others proposed.
        if (state.Configuration != rules.ToDigest())
            return refused.Because(BreakerRefusal.OtherRules, "Another rule set than that of this host is in force.");

        var book = state.Thresholds ?? ThresholdBook.Empty;
        if (command.Kind is CommandKind.ProposeThresholds)
            return Propose(state, book, rules, command, now, refused);

        if (book.Proposal is not { } proposal || proposal.Id != command.RequestId)
            return refused.Because(BreakerRefusal.UnknownRequest, $"There is no proposal {command.RequestId} that waits.");
        if (!proposal.IsOpenAt(now))
            return refused.Because(
                BreakerRefusal.RequestClosed, $"The proposal can no longer be decided: it expired at {InstantText.Of(proposal.ExpiresAt)}.");
        return command.Kind switch
        {
            CommandKind.ApproveThresholds => Approve(state, book, rules, proposal, command, now, refused),
            CommandKind.DeclineThresholds => Answered(
                state, book with { Proposal = null }, command, CommandStatus.Declined, proposal),
            _ => throw new UnreachableException(),
        };
    }

    private static CommandOutcome Propose(
        EngineState state, ThresholdBook book, RuleSet rules, OperatorCommand command, DateTimeOffset now, RefusedCommand refused)
    {
        if (command.Thresholds is not { } thresholds)
            return refused.Because(BreakerRefusal.InvalidThresholds, "A proposal names all thresholds.");
        if (thresholds.Faults(rules).FirstOrDefault() is { } fault)
            return refused.Because(BreakerRefusal.InvalidThresholds, fault.Reason);
        if (book.Proposal is { } waiting && waiting.IsOpenAt(now))
            return refused.Because(
                BreakerRefusal.RequestPending, $"The proposal {waiting.Id} waits for its approval until {InstantText.Of(waiting.ExpiresAt)}.");
        if (book.Approved is { } approved && approved.Result != state.Configuration)
            return refused.Because(
                BreakerRefusal.RequestPending, "Approved thresholds come into force with the next round: propose against those.");
        if (thresholds.In(rules).ToDigest() == rules.ToDigest())
            return refused.Because(BreakerRefusal.InvalidThresholds, "These are the thresholds in force: nothing would change.");

        var proposal = new ThresholdProposal(
            command.CommandId, command.Actor.Id, command.Reason, rules.ToDigest(), thresholds, now,
            now + ThresholdProposal.Lifetime);
        return Answered(state, book with { Proposal = proposal }, command, CommandStatus.ApprovalRequested, proposal);
    }

    private static CommandOutcome Approve(
        EngineState state, ThresholdBook book, RuleSet rules, ThresholdProposal proposal, OperatorCommand command,
        DateTimeOffset now, RefusedCommand refused)
    {
        if (string.Equals(proposal.ProposedBy, command.Actor.Id, StringComparison.Ordinal))
            return refused.Because(BreakerRefusal.SamePerson, "Who proposed thresholds cannot approve them: two people are needed.");

        var approved = new ApprovedThresholds(
            proposal.Id, book.Approved?.Settings ?? rules.ToDigest(), proposal.Thresholds.In(rules).ToDigest(),
            proposal.Thresholds, proposal.ProposedBy, command.Actor.Id, now);
        return Answered(state, new ThresholdBook { Approved = approved }, command, CommandStatus.Executed, proposal);
    }

    private static CommandOutcome Answered(
        EngineState state, ThresholdBook book, OperatorCommand command, CommandStatus status, ThresholdProposal proposal) =>
        new(
            state with { Thresholds = book == ThresholdBook.Empty ? null : book },
            new CommandAnswer(command.CommandId, status, null, BreakerRefusal.None, null, null) { Proposal = proposal });
}

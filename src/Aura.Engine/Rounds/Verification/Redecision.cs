using System.Diagnostics;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;

namespace Aura.Engine.Rounds.Verification;

/// <summary>
/// Decides an entry of the ledger again, from what is stored about it: the same functions that decided it, and nothing
/// else. Every bit of evidence, outcome and state must come out as it was recorded.
/// </summary>
public static class Redecision
{
    /// <summary>The state before the first entry of a ledger, in the version that the entry is written in.</summary>
    public static EngineState Genesis(LedgerEntry first) => EngineState.Initial.InSchemaOf(first.Schema);

    /// <summary>Follows one entry.</summary>
    /// <param name="state">The state after the entry before.</param>
    /// <param name="entry">The entry, whose place in the chain is checked elsewhere.</param>
    /// <param name="rules">The rule set that it names.</param>
    /// <param name="evidence">The document that it names as evidence.</param>
    /// <param name="outcome">The document that it names as outcome; empty for a notice.</param>
    /// <param name="bodies">Finds a body by its hash.</param>
    public static RedecisionStep Follow(
        EngineState state, LedgerEntry entry, RuleSet rules, ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte> outcome,
        Func<Digest, ReadOnlyMemory<byte>?> bodies)
    {
        if (rules.Algorithm != RuleSet.CurrentAlgorithm)
            return new RedecisionStep.Different($"it was decided by algorithm {rules.Algorithm}, which this version does not know");
        if (rules.ToDigest() != entry.Configuration)
            return new RedecisionStep.Different("its rule set is not the one it names");
        if (state.ToDigest() != entry.StateBefore)
            return new RedecisionStep.Different("it begins from another state than the entry before leads to");
        if (Digest.Of(evidence.Span) != entry.Evidence)
            return new RedecisionStep.Different("its evidence is altered");
        if (entry.Outcome is null != entry.Kind is EntryKind.Notice)
            return new RedecisionStep.Different("it names an outcome that does not belong to its kind");
        if (entry.Outcome is { } named && Digest.Of(outcome.Span) != named)
            return new RedecisionStep.Different("its outcome is altered");

        try
        {
            var again = entry.Kind switch
            {
                EntryKind.Round => Round(state, entry, rules, evidence, bodies),
                EntryKind.Command => Command(state, entry, rules, evidence),
                EntryKind.Notice => Notice(state, entry, rules, evidence),
                _ => throw new UnreachableException(),
            };
            return again.Difference is { } difference ? new RedecisionStep.Different(difference)
                : !evidence.Span.SequenceEqual(again.Evidence) ? new RedecisionStep.Different("its evidence is not in canonical form")
                : !outcome.Span.SequenceEqual(again.Outcome) ? new RedecisionStep.Different("the rules decide otherwise on its evidence")
                : again.Next.ToDigest() != entry.StateAfter ? new RedecisionStep.Different("it leads to another state")
                : new RedecisionStep.Same(again.Next, again.Signatures);
        }
        catch (FormatException exception)
        {
            return new RedecisionStep.Different($"what is stored about it cannot be read: {exception.Message}");
        }
    }

    private static Again Round(
        EngineState state, LedgerEntry entry, RuleSet rules, ReadOnlyMemory<byte> bytes,
        Func<Digest, ReadOnlyMemory<byte>?> bodies)
    {
        var evidence = RoundEvidence.Parse(bytes.Span);
        var inputs = RoundInputs.Restore(evidence, evidence.Bodies.Distinct()
            .Select(hash => (hash, Bytes: bodies(hash)))
            .Where(body => body.Bytes is not null)
            .Select(body => new ResponseBody(body.hash, body.Bytes.GetValueOrDefault())));
        var outcome = RoundDecision.Decide(state, rules, inputs);
        var report = outcome.Report with { Schema = DocumentSchema.In(entry.Schema, DocumentSchema.Report) };
        return new Again(outcome.Next.InSchemaOf(entry.Schema), evidence.ToBytes(), report.ToBytes())
        {
            Signatures = report.Network.Counted,
            Difference = entry.Round != evidence.Round ? "its evidence is that of another round"
                : state.Round.Next != evidence.Round ? "its round does not follow the one before"
                : entry.At != report.CompletedAt ? "its time is not that of its evidence"
                : entry.CommandId is not null ? "it names a command although it is a round"
                : null,
        };
    }

    private static Again Command(EngineState state, LedgerEntry entry, RuleSet rules, ReadOnlyMemory<byte> bytes)
    {
        var evidence = CommandEvidence.Parse(bytes.Span);
        var outcome = CommandDecision.Decide(state, rules, evidence.Command, evidence.At);
        var answer = outcome.Answer with { Schema = DocumentSchema.In(entry.Schema, DocumentSchema.Answer) };
        return new Again(outcome.Next.InSchemaOf(entry.Schema), evidence.ToBytes(), answer.ToBytes())
        {
            Difference = entry.CommandId != evidence.Command.CommandId ? "its evidence is that of another command"
                : entry.At != evidence.At ? "its time is not that of its evidence"
                : entry.Round is not null ? "it names a round although it is a command"
                : null,
        };
    }

    private static Again Notice(EngineState state, LedgerEntry entry, RuleSet rules, ReadOnlyMemory<byte> bytes)
    {
        var evidence = NoticeEvidence.Parse(bytes.Span);
        var next = evidence.Notice.Apply(state, rules, evidence.At);
        return new Again(next.InSchemaOf(entry.Schema), evidence.ToBytes(), [])
        {
            Difference = entry.At != evidence.At ? "its time is not that of its evidence"
                : entry.Round is not null || entry.CommandId is not null ? "it names a round or a command although it is a notice"
                : null,
        };
    }

    private sealed record Again(EngineState Next, byte[] Evidence, byte[] Outcome)
    {
        public int Signatures { get; init; }

        public string? Difference { get; init; }
    }
}

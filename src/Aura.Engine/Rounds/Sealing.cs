using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;

namespace Aura.Engine.Rounds;

/// <summary>From a decision to its commit: canonical bytes, their digests, and the entry chained to the ledger's end.</summary>
internal sealed record Sealing(EngineSnapshot Before, RuleSet Rules)
{
    private Digest Configuration => Rules.ToDigest();

    public Commit.OfRound Seal(RoundInputs inputs, RoundOutcome outcome)
    {
        var next = outcome.Next.InSchemaOf(DocumentSchema.Entry);
        byte[] evidence = inputs.Evidence.ToBytes();
        byte[] report = outcome.Report.ToBytes();
        var entry = new LedgerEntry(
            Before.Head.Sequence + 1, EntryKind.Round, outcome.Report.CompletedAt, outcome.Report.Round, null, Configuration,
            Before.State.ToDigest(), next.ToDigest(), Digest.Of(evidence), Digest.Of(report), Before.Head.Hash);
        return new Commit.OfRound(
            SealedEntry.Of(entry), next, Rules, evidence, report, outcome.Report,
            [.. inputs.Bodies.Select(body => new ResponseBody(body.Key, body.Value))
                .OrderBy(body => body.Hash.Hex, StringComparer.Ordinal)])
        {
            AlertChanges = outcome.Report.AlertChanges ?? [],
        };
    }

    public Commit.OfCommand Seal(CommandEvidence command, CommandOutcome outcome, Digest body)
    {
        var next = outcome.Next.InSchemaOf(DocumentSchema.Entry);
        byte[] evidence = command.ToBytes();
        byte[] answer = outcome.Answer.ToBytes();
        var entry = new LedgerEntry(
            Before.Head.Sequence + 1, EntryKind.Command, command.At, null, command.Command.CommandId, Configuration,
            Before.State.ToDigest(), next.ToDigest(), Digest.Of(evidence), Digest.Of(answer), Before.Head.Hash);
        return new Commit.OfCommand(
            SealedEntry.Of(entry), next, Rules, evidence, answer, new PriorAnswer(body, outcome.Answer))
        {
            AlertChanges = outcome.AlertChanges,
        };
    }

    public Commit.OfNotice Seal(Notice notice, DateTimeOffset at)
    {
        byte[] evidence = new NoticeEvidence(notice, at).ToBytes();
        var alerted = notice.Decide(Before.State, Rules, at);
        var next = alerted.State.InSchemaOf(DocumentSchema.Entry);
        var entry = new LedgerEntry(
            Before.Head.Sequence + 1, EntryKind.Notice, at, null, null, Configuration,
            Before.State.ToDigest(), next.ToDigest(), Digest.Of(evidence), null, Before.Head.Hash);
        return new Commit.OfNotice(SealedEntry.Of(entry), next, Rules, evidence, notice) { AlertChanges = alerted.Changes };
    }
}

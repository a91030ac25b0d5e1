using Aura.Dashboard.Storage;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Benchmarks;

/// <summary>The very rows that <see cref="RoundStore"/> writes for a commit, rendered and hashed before any clock runs.</summary>
internal sealed class RoundRows
{
    private readonly Dictionary<MerkleNode, Digest> _nodes = [];

    public IReadOnlyList<(string Sql, (string Name, object Value)[] Values)> Of(Commit commit)
    {
        var entry = commit.Entry;
        long sequence = entry.Entry.Sequence;
        byte[] state = commit.State.ToBytes();
        List<(string, (string, object)[])> rows =
        [
            ("""UPDATE "States" SET "Sequence" = @sequence, "Hash" = @hash, "Bytes" = @bytes WHERE "Id" = 1 AND "Sequence" = @before""",
                [("sequence", sequence), ("hash", entry.Hash.Hex), ("bytes", state), ("before", sequence - 1)]),
            ("""INSERT INTO "Ledger" ("Sequence", "Hash", "Bytes") VALUES (@sequence, @hash, @bytes)""",
                [("sequence", sequence), ("hash", entry.Hash.Hex), ("bytes", entry.Bytes.ToArray())]),
        ];
        // To be known for the next entries, also where the store itself writes this one.
        foreach (var (node, hash) in MerkleTree.Append(sequence - 1, MerkleTree.LeafHash(entry.Bytes.Span), node => _nodes[node]))
        {
            _nodes.Add(node, hash);
            rows.Add((
                """INSERT INTO "MerkleNodes" ("Level", "Index", "Hash") VALUES (@level, @index, @hash)""",
                [("level", node.Level), ("index", node.Index), ("hash", hash.ToBytes())]));
        }

        if (sequence % StateArchive.Period == 0)
            rows.Add((
                """INSERT INTO "StateSnapshots" ("Sequence", "Bytes") VALUES (@sequence, @bytes)""",
                [("sequence", sequence), ("bytes", state)]));
        if (commit is Commit.OfRound round)
            rows.AddRange(OfRound(round));
        return rows;
    }

    private static IEnumerable<(string, (string, object)[])> OfRound(Commit.OfRound round)
    {
        var entry = round.Entry.Entry;
        yield return (
            """UPDATE "Slots" SET "Completed" = 1, "EndedBySequence" = @sequence WHERE "SlotTicks" = @slot AND "EndedBySequence" IS NULL""",
            [("sequence", entry.Sequence), ("slot", round.Report.Slot.Instant.UtcTicks)]);
        foreach (var (digest, bytes) in ((Digest, ReadOnlyMemory<byte>)[])
            [(entry.Evidence, round.Evidence), (entry.Outcome!.Value, round.Outcome)])
            yield return (
                """INSERT INTO "Documents" ("Digest", "Bytes") VALUES (@digest, @bytes)""",
                [("digest", digest.Hex), ("bytes", bytes.ToArray())]);
        foreach (var body in round.Bodies)
            yield return (
                """INSERT INTO "Bodies" ("Hash", "Bytes") VALUES (@hash, @bytes)""",
                [("hash", body.Hash.Hex), ("bytes", body.Bytes.ToArray())]);
        yield return (
            """INSERT INTO "Rounds" ("Number", "Sequence", "SlotTicks", "Report") VALUES (@number, @sequence, @slot, @report)""",
            [
                ("number", round.Report.Round.Value), ("sequence", entry.Sequence),
                ("slot", round.Report.Slot.Instant.UtcTicks), ("report", entry.Outcome!.Value.Hex),
            ]);
    }
}

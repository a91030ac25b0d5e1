using System.Text;
using Aura.Engine.Audit;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Grows the stored Merkle tree with the ledger, in the transaction of the entry. One leaf reads as many nodes as it
/// finishes subtrees, on average one, in one statement; every second leaf reads none.
/// </summary>
internal static class MerkleStore
{
    public static async Task AppendAsync(Statements statements, long sequence, ReadOnlyMemory<byte> entry)
    {
        long index = sequence - 1;
        var known = await ReadAsync(statements, SiblingsOf(index), CancellationToken.None);
        foreach (var (node, hash) in MerkleTree.Append(index, MerkleTree.LeafHash(entry.Span), known.GetValueOrThrow))
            await statements.ExecuteAsync(
                """INSERT INTO "MerkleNodes" ("Level", "Index", "Hash") VALUES (@level, @index, @hash)""",
                ("level", node.Level), ("index", node.Index), ("hash", hash.ToBytes()));
    }

    /// <summary>The nodes of these places; one that is not stored is left out.</summary>
    public static async Task<MerkleNodes> ReadAsync(
        Statements statements, IReadOnlyCollection<MerkleNode> places, CancellationToken cancellationToken)
    {
        var found = new MerkleNodes();
        if (places.Count == 0)
            return found;

        var sql = new StringBuilder("""SELECT "Level", "Index", "Hash" FROM "MerkleNodes" WHERE """);
        var values = new List<(string, object)>();
        foreach (var place in places)
        {
            int number = values.Count / 2;
            sql.Append(number == 0 ? string.Empty : " OR ")
                .Append($"""("Level" = @level{number} AND "Index" = @index{number})""");
            values.Add(($"level{number}", place.Level));
            values.Add(($"index{number}", place.Index));
        }

        await using var reader = await statements.Command(sql.ToString(), [.. values]).ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(
                new MerkleNode(reader.GetInt32(0), reader.GetInt64(1)), Digest.OfHash(reader.GetFieldValue<byte[]>(2)));
        return found;
    }

    // Known before anything is hashed: they are left of the leaf.
    private static List<MerkleNode> SiblingsOf(long index)
    {
        var siblings = new List<MerkleNode>();
        for (var node = new MerkleNode(0, index); node.IsRight; node = node.Parent)
            siblings.Add(node.Sibling);
        return siblings;
    }
}

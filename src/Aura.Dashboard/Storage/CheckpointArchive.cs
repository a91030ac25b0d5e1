using System.Globalization;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage.Rows;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

internal sealed class CheckpointArchive(IDbContextFactory<AuraDbContext> contexts) : ICheckpointArchive
{
    // Two hosts may both sign one size; they read the same tree, so their texts are the same or one of them is wrong.
    private const string AppendSql = """
        INSERT INTO "Checkpoints" ("Origin", "Size", "Digest", "Root", "Note", "AtTicks")
        SELECT @origin, @size, @digest, @root, @note, @at
        WHERE NOT EXISTS (
            SELECT 1 FROM "Checkpoints" WHERE "Origin" = @origin AND "Size" = @size AND "Root" <> @root)
        ON CONFLICT DO NOTHING
        """;

    public Task<SignedNote?> LatestAsync(string origin, CancellationToken cancellationToken) =>
        FirstAsync(
            rows => rows.Where(row => row.Origin == origin)
                .OrderByDescending(row => row.Size).ThenByDescending(row => row.AtTicks),
            cancellationToken);

    public Task<SignedNote?> CoveringAsync(string origin, long sequence, CancellationToken cancellationToken) =>
        FirstAsync(
            rows => rows.Where(row => row.Origin == origin && row.Size >= sequence)
                .OrderBy(row => row.Size).ThenByDescending(row => row.AtTicks),
            cancellationToken);

    public async Task<IReadOnlyList<SignedNote>> BetweenAsync(
        string origin, long smallest, long largest, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var notes = await context.Checkpoints.AsNoTracking()
            .Where(row => row.Origin == origin && row.Size >= smallest && row.Size <= largest)
            .OrderBy(row => row.Size).ThenBy(row => row.AtTicks).ThenBy(row => row.Digest)
            .Select(row => row.Note)
            .ToListAsync(cancellationToken);
        return [.. notes.Select(note => SignedNote.Parse(note))];
    }

    public async Task<IReadOnlyList<SignedNote>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Checkpoints.AsNoTracking()
            .OrderBy(row => row.Size).ThenBy(row => row.Digest)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Verified)];
    }

    public async Task<bool> AppendAsync(SignedNote note, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var checkpoint = Checkpoint.Parse(note.Text);
        byte[] bytes = note.ToBytes();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await Sql.ExecuteAsync(
            context, transaction, AppendSql,
            ("origin", checkpoint.Origin), ("size", checkpoint.Size), ("digest", Digest.Of(bytes).Hex),
            ("root", checkpoint.Root.Hex), ("note", bytes), ("at", at.UtcTicks));
        await transaction.CommitAsync(cancellationToken);
        string root = checkpoint.Root.Hex;
        return !await context.Checkpoints.AnyAsync(
            row => row.Origin == checkpoint.Origin && row.Size == checkpoint.Size && row.Root != root, cancellationToken);
    }

    // The columns decide which checkpoint is found; the note says what was signed.
    private static SignedNote Verified(CheckpointRow row)
    {
        var note = SignedNote.Parse(row.Note);
        var checkpoint = Checkpoint.Parse(note.Text);
        return Digest.Of(row.Note) == Digest.Parse(row.Digest)
            && checkpoint == new Checkpoint(row.Origin, row.Size, Digest.Parse(row.Root))
                ? note
                : throw new InvalidDataException(string.Create(
                    CultureInfo.InvariantCulture, $"The checkpoint stored over {row.Size} entries of {row.Origin} was altered."));
    }

    private async Task<SignedNote?> FirstAsync(
        Func<IQueryable<CheckpointRow>, IOrderedQueryable<CheckpointRow>> choose, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await choose(context.Checkpoints.AsNoTracking())
            .ThenBy(row => row.Digest)
            .Select(row => row.Note)
            .FirstOrDefaultAsync(cancellationToken) is { } note ? SignedNote.Parse(note) : null;
    }
}

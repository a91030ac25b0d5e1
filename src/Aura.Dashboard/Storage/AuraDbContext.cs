using Aura.Dashboard.Identity;
using Aura.Dashboard.Storage.Rows;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>
/// The one context: identity beside the ledger, so that one database is one installation. Its own migrations are those
/// of SQLite; <see cref="Postgres.PostgresDbContext"/> gives the same model the migrations of PostgreSQL.
/// </summary>
internal class AuraDbContext(DbContextOptions options) : IdentityDbContext<AuraUser>(options)
{
    private const int HexDigestLength = 64;
    private const int LedgerIdLength = 32;
    private const int OriginLength = 64;
    private const int ScopeLength = 32;
    private const int WordLength = 32;

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<BodyRow> Bodies => Set<BodyRow>();

    public DbSet<RuleSetRow> RuleSets => Set<RuleSetRow>();

    public DbSet<StateRow> States => Set<StateRow>();

    public DbSet<RoundRow> Rounds => Set<RoundRow>();

    public DbSet<SlotRow> Slots => Set<SlotRow>();

    public DbSet<CommandRow> Commands => Set<CommandRow>();

    public DbSet<MerkleNodeRow> MerkleNodes => Set<MerkleNodeRow>();

    public DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();

    public DbSet<LedgerIdentityRow> LedgerIdentities => Set<LedgerIdentityRow>();

    public DbSet<StateSnapshotRow> StateSnapshots => Set<StateSnapshotRow>();

    public DbSet<LedgerEventRow> LedgerEvents => Set<LedgerEventRow>();

    public DbSet<IncidentStepRow> IncidentSteps => Set<IncidentStepRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<LedgerRow>(row =>
        {
            row.ToTable("Ledger").HasKey(entry => entry.Sequence);
            row.Property(entry => entry.Sequence).ValueGeneratedNever();
            row.Property(entry => entry.Hash).HasMaxLength(HexDigestLength);
        });
        builder.Entity<DocumentRow>(row =>
        {
            row.ToTable("Documents").HasKey(document => document.Digest);
            row.Property(document => document.Digest).HasMaxLength(HexDigestLength);
        });
        builder.Entity<BodyRow>(row =>
        {
            row.ToTable("Bodies").HasKey(body => body.Hash);
            row.Property(body => body.Hash).HasMaxLength(HexDigestLength);
        });
        builder.Entity<RuleSetRow>(row =>
        {
            row.ToTable("RuleSets").HasKey(ruleSet => ruleSet.Digest);
            row.Property(ruleSet => ruleSet.Digest).HasMaxLength(HexDigestLength);
        });
        builder.Entity<StateRow>(row =>
        {
            row.ToTable("States").HasKey(state => state.Id);
            row.Property(state => state.Id).ValueGeneratedNever();
            row.Property(state => state.Hash).HasMaxLength(HexDigestLength);
        });
        builder.Entity<RoundRow>(row =>
        {
            row.ToTable("Rounds").HasKey(round => round.Number);
            row.Property(round => round.Number).ValueGeneratedNever();
            row.Property(round => round.Report).HasMaxLength(HexDigestLength);
            row.HasIndex(round => round.SlotTicks).IsUnique();
        });
        builder.Entity<SlotRow>(row =>
        {
            row.ToTable("Slots").HasKey(slot => slot.SlotTicks);
            row.Property(slot => slot.SlotTicks).ValueGeneratedNever();
            // Almost every slot has ended: only the others are looked for, before every round.
            row.HasIndex(slot => slot.EndedBySequence).HasFilter("\"EndedBySequence\" IS NULL");
        });
        builder.Entity<CommandRow>(row =>
        {
            row.ToTable("Commands").HasKey(command => command.CommandId);
            row.Property(command => command.CommandId).HasMaxLength(36);
            row.Property(command => command.BodyDigest).HasMaxLength(HexDigestLength);
            row.HasIndex(command => command.RefusedActor).HasFilter("\"RefusedActor\" IS NOT NULL");
        });
        BuildProofs(builder);
        BuildEvents(builder);
        builder.Entity<IncidentStepRow>(row =>
        {
            row.ToTable("IncidentSteps").HasKey(step => new { step.Number, step.Sequence, step.Place });
            row.Property(step => step.Step).HasConversion<string>().HasMaxLength(WordLength);
        });
    }

    // Found by breaker and order for a list, by breaker and time for a timeline; words stay words, for whoever looks in.
    private static void BuildEvents(ModelBuilder builder) =>
        builder.Entity<LedgerEventRow>(row =>
        {
            row.ToTable("LedgerEvents").HasKey(found => new { found.Sequence, found.Scope });
            row.Property(found => found.Scope).HasMaxLength(ScopeLength);
            row.Property(found => found.Kind).HasConversion<string>().HasMaxLength(WordLength);
            row.Property(found => found.From).HasConversion<string>().HasMaxLength(WordLength);
            row.Property(found => found.To).HasConversion<string>().HasMaxLength(WordLength);
            row.HasIndex(found => new { found.Scope, found.Sequence });
            row.HasIndex(found => new { found.Scope, found.AtTicks });
        });

    // What proves the ledger, beside what it says.
    private static void BuildProofs(ModelBuilder builder)
    {
        builder.Entity<MerkleNodeRow>(row =>
            row.ToTable("MerkleNodes").HasKey(node => new { node.Level, node.Index }));
        builder.Entity<CheckpointRow>(row =>
        {
            row.ToTable("Checkpoints").HasKey(checkpoint => new { checkpoint.Origin, checkpoint.Size, checkpoint.Digest });
            row.Property(checkpoint => checkpoint.Origin).HasMaxLength(OriginLength);
            row.Property(checkpoint => checkpoint.Digest).HasMaxLength(HexDigestLength);
            row.Property(checkpoint => checkpoint.Root).HasMaxLength(HexDigestLength);
        });
        builder.Entity<LedgerIdentityRow>(row =>
        {
            row.ToTable("LedgerIdentities").HasKey(identity => identity.FromSequence);
            row.Property(identity => identity.FromSequence).ValueGeneratedNever();
            row.Property(identity => identity.LedgerId).HasMaxLength(LedgerIdLength);
            row.HasIndex(identity => identity.LedgerId).IsUnique();
        });
        builder.Entity<StateSnapshotRow>(row =>
        {
            row.ToTable("StateSnapshots").HasKey(snapshot => snapshot.Sequence);
            row.Property(snapshot => snapshot.Sequence).ValueGeneratedNever();
        });
    }
}

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

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<BodyRow> Bodies => Set<BodyRow>();

    public DbSet<RuleSetRow> RuleSets => Set<RuleSetRow>();

    public DbSet<StateRow> States => Set<StateRow>();

    public DbSet<RoundRow> Rounds => Set<RoundRow>();

    public DbSet<SlotRow> Slots => Set<SlotRow>();

    public DbSet<CommandRow> Commands => Set<CommandRow>();

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
    }
}

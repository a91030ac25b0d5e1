using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aura.Dashboard.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LedgerTree : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Checkpoints",
                columns: table => new
                {
                    Origin = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Root = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Note = table.Column<byte[]>(type: "bytea", nullable: false),
                    AtTicks = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checkpoints", x => new { x.Origin, x.Size, x.Digest });
                });

            migrationBuilder.CreateTable(
                name: "LedgerIdentities",
                columns: table => new
                {
                    FromSequence = table.Column<long>(type: "bigint", nullable: false),
                    LedgerId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerIdentities", x => x.FromSequence);
                });

            migrationBuilder.CreateTable(
                name: "MerkleNodes",
                columns: table => new
                {
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Index = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MerkleNodes", x => new { x.Level, x.Index });
                });

            migrationBuilder.CreateTable(
                name: "StateSnapshots",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StateSnapshots", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerIdentities_LedgerId",
                table: "LedgerIdentities",
                column: "LedgerId",
                unique: true);

            migrationBuilder.Sql("""
                CREATE FUNCTION aura_refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'ledger and evidence are never rewritten'; END $$
                """);
            foreach (string table in (string[])
                ["Ledger", "Documents", "Bodies", "RuleSets", "MerkleNodes", "Checkpoints", "LedgerIdentities", "StateSnapshots"])
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_is_never_rewritten" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
                    FOR EACH STATEMENT EXECUTE FUNCTION aura_refuse_rewrite()
                    """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION aura_refuse_rewrite() CASCADE");

            migrationBuilder.DropTable(
                name: "Checkpoints");

            migrationBuilder.DropTable(
                name: "LedgerIdentities");

            migrationBuilder.DropTable(
                name: "MerkleNodes");

            migrationBuilder.DropTable(
                name: "StateSnapshots");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aura.Dashboard.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LedgerTree : Migration
    {
        private const string Refuse = "RAISE(ABORT, 'ledger and evidence are never rewritten')";
        private const string PassOver = "RAISE(IGNORE)";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Checkpoints",
                columns: table => new
                {
                    Origin = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Root = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Note = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AtTicks = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checkpoints", x => new { x.Origin, x.Size, x.Digest });
                });

            migrationBuilder.CreateTable(
                name: "LedgerIdentities",
                columns: table => new
                {
                    FromSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    LedgerId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerIdentities", x => x.FromSequence);
                });

            migrationBuilder.CreateTable(
                name: "MerkleNodes",
                columns: table => new
                {
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Index = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MerkleNodes", x => new { x.Level, x.Index });
                });

            migrationBuilder.CreateTable(
                name: "StateSnapshots",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
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

            // REPLACE deletes without asking the trigger of DELETE, so a key that exists is guarded as well: what the
            // host writes at most once is passed over, as its ON CONFLICT DO NOTHING says, anything else is refused.
            foreach (var (table, existing, answer) in new[]
            {
                ("Ledger", "\"Sequence\" = NEW.\"Sequence\"", Refuse),
                ("Documents", "\"Digest\" = NEW.\"Digest\"", PassOver),
                ("Bodies", "\"Hash\" = NEW.\"Hash\"", PassOver),
                ("RuleSets", "\"Digest\" = NEW.\"Digest\"", PassOver),
                ("MerkleNodes", "\"Level\" = NEW.\"Level\" AND \"Index\" = NEW.\"Index\"", Refuse),
                ("Checkpoints",
                    "\"Origin\" = NEW.\"Origin\" AND \"Size\" = NEW.\"Size\" AND \"Digest\" = NEW.\"Digest\"", PassOver),
                ("LedgerIdentities",
                    "\"FromSequence\" = NEW.\"FromSequence\" OR \"LedgerId\" = NEW.\"LedgerId\"", PassOver),
                ("StateSnapshots", "\"Sequence\" = NEW.\"Sequence\"", Refuse),
            })
            {
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_is_never_updated" BEFORE UPDATE ON "{table}" BEGIN SELECT {Refuse}; END
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_is_never_deleted" BEFORE DELETE ON "{table}" BEGIN SELECT {Refuse}; END
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER "{table}_is_never_replaced" BEFORE INSERT ON "{table}"
                    WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {existing}) BEGIN SELECT {answer}; END
                    """);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Those of tables that are dropped go with them.
            foreach (string table in (string[])["Ledger", "Documents", "Bodies", "RuleSets"])
                foreach (string what in (string[])["updated", "deleted", "replaced"])
                    migrationBuilder.Sql($"DROP TRIGGER \"{table}_is_never_{what}\"");

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

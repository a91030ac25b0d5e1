using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aura.Dashboard.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LedgerEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "EventsTo",
                table: "States",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "LedgerEvents",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AtTicks = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Number = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEvents", x => new { x.Sequence, x.Scope });
                });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEvents_Scope_AtTicks",
                table: "LedgerEvents",
                columns: new[] { "Scope", "AtTicks" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEvents_Scope_Sequence",
                table: "LedgerEvents",
                columns: new[] { "Scope", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LedgerEvents");

            migrationBuilder.DropColumn(
                name: "EventsTo",
                table: "States");
        }
    }
}

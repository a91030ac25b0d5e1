using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aura.Dashboard.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Trust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "EndedBySequence",
                table: "Slots",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusedActor",
                table: "Commands",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RefusedTicks",
                table: "Commands",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Slots_EndedBySequence",
                table: "Slots",
                column: "EndedBySequence",
                filter: "\"EndedBySequence\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commands_RefusedActor",
                table: "Commands",
                column: "RefusedActor",
                filter: "\"RefusedActor\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Slots_EndedBySequence",
                table: "Slots");

            migrationBuilder.DropIndex(
                name: "IX_Commands_RefusedActor",
                table: "Commands");

            migrationBuilder.DropColumn(
                name: "EndedBySequence",
                table: "Slots");

            migrationBuilder.DropColumn(
                name: "RefusedActor",
                table: "Commands");

            migrationBuilder.DropColumn(
                name: "RefusedTicks",
                table: "Commands");
        }
    }
}

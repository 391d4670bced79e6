using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LoonFlow.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ChangeFeed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ticket_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    workflow = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    revision = table.Column<int>(type: "int", nullable: false),
                    part = table.Column<int>(type: "int", nullable: false),
                    news = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ticket_event_counter",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    forgotten = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_event_counter", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "ticket_event_counter",
                columns: new[] { "id", "forgotten", "last" },
                values: new object[] { 1, 0L, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_event_at",
                table: "ticket_event",
                column: "at",
                filter: "number IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_event_number",
                table: "ticket_event",
                column: "number",
                unique: true,
                filter: "number IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ticket_event");

            migrationBuilder.DropTable(
                name: "ticket_event_counter");
        }
    }
}

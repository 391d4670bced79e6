using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LoonFlow.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Deliveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_is_dead_due_at",
                table: "outbox");

            migrationBuilder.AddColumn<string>(
                name: "about",
                table: "outbox",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "ticket",
                table: "outbox",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "delivery_attempt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    message = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    listener = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ticket = table.Column<long>(type: "bigint", nullable: true),
                    about = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    took = table.Column<int>(type: "int", nullable: false),
                    outcome = table.Column<int>(type: "int", nullable: false),
                    error = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_attempt", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_listener_is_dead_due_at",
                table: "outbox",
                columns: new[] { "listener", "is_dead", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_attempt_at",
                table: "delivery_attempt",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_attempt_message",
                table: "delivery_attempt",
                column: "message");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_attempt_ticket",
                table: "delivery_attempt",
                column: "ticket");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delivery_attempt");

            migrationBuilder.DropIndex(
                name: "ix_outbox_listener_is_dead_due_at",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "about",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "ticket",
                table: "outbox");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_is_dead_due_at",
                table: "outbox",
                columns: new[] { "is_dead", "due_at" });
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LoonFlow.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    recipient = table.Column<long>(type: "bigint", nullable: false),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    @event = table.Column<int>(name: "event", type: "int", nullable: false),
                    title = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    digest_from = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_ticket_ticket",
                        column: x => x.ticket,
                        principalTable: "ticket",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice_preference",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    waits_for_me = table.Column<int>(type: "int", nullable: false),
                    about_my_tickets = table.Column<int>(type: "int", nullable: false),
                    comments = table.Column<int>(type: "int", nullable: false),
                    language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_preference", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "told_notices",
                columns: table => new
                {
                    message = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told_notices", x => x.message);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notice_at",
                table: "notice",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_notice_digest_from",
                table: "notice",
                column: "digest_from",
                filter: "digest_from IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notice_recipient_at",
                table: "notice",
                columns: new[] { "recipient", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_ticket",
                table: "notice",
                column: "ticket");

            migrationBuilder.CreateIndex(
                name: "ix_notice_unread",
                table: "notice",
                column: "recipient",
                filter: "read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_told_notices_at",
                table: "told_notices",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "notice_preference");

            migrationBuilder.DropTable(
                name: "told_notices");
        }
    }
}

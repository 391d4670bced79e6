using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LoonFlow.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Automation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "automation_attempt",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    visit = table.Column<int>(type: "int", nullable: false),
                    run = table.Column<int>(type: "int", nullable: false),
                    is_script = table.Column<bool>(type: "bit", nullable: false),
                    target = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    problem = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    output = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    error = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_automation_attempt", x => x.id);
                    table.ForeignKey(
                        name: "fk_automation_attempt_ticket_ticket",
                        column: x => x.ticket,
                        principalTable: "ticket",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "script",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    stored_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    interpreter = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    is_active = table.Column<bool>(type: "bit", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    changed_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_script", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "secret",
                columns: table => new
                {
                    owner = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    @protected = table.Column<string>(name: "protected", type: "nvarchar(max)", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secret", x => new { x.owner, x.name });
                });

            migrationBuilder.CreateIndex(
                name: "ix_automation_attempt_is_script_target_id",
                table: "automation_attempt",
                columns: new[] { "is_script", "target", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_automation_attempt_ticket_visit_run",
                table: "automation_attempt",
                columns: new[] { "ticket", "visit", "run" });

            migrationBuilder.CreateIndex(
                name: "ix_script_stored_name",
                table: "script",
                column: "stored_name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "automation_attempt");

            migrationBuilder.DropTable(
                name: "script");

            migrationBuilder.DropTable(
                name: "secret");
        }
    }
}

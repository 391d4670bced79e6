using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LoonFlow.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WholeEngine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "arrivals",
                table: "visit",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "automation",
                table: "visit",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "branch",
                table: "visit",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "cause",
                table: "visit",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_touched",
                table: "visit",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_undecided",
                table: "visit",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_due_at",
                table: "visit",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "resumes_at",
                table: "visit",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "seats",
                table: "visit",
                type: "nvarchar(max)",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "timers",
                table: "visit",
                type: "nvarchar(max)",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asked_at",
                table: "ticket_participant",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "child_key",
                table: "ticket",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                table: "ticket",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "parent_visit",
                table: "ticket",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "steps",
                table: "ticket",
                type: "nvarchar(max)",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<long>(
                name: "of",
                table: "flow_log",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "target_state",
                table: "flow_log",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "target_state_name",
                table: "flow_log",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_next_due_at",
                table: "visit",
                column: "next_due_at",
                filter: "next_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_parent_parent_visit_child_key",
                table: "ticket",
                columns: new[] { "parent", "parent_visit", "child_key" },
                unique: true,
                filter: "[parent] IS NOT NULL AND [parent_visit] IS NOT NULL AND [child_key] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_visit_next_due_at",
                table: "visit");

            migrationBuilder.DropIndex(
                name: "ix_ticket_parent_parent_visit_child_key",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "arrivals",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "automation",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "branch",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "is_touched",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "is_undecided",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "next_due_at",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "resumes_at",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "seats",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "timers",
                table: "visit");

            migrationBuilder.DropColumn(
                name: "asked_at",
                table: "ticket_participant");

            migrationBuilder.DropColumn(
                name: "child_key",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "parent_visit",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "steps",
                table: "ticket");

            migrationBuilder.DropColumn(
                name: "of",
                table: "flow_log");

            migrationBuilder.DropColumn(
                name: "target_state",
                table: "flow_log");

            migrationBuilder.DropColumn(
                name: "target_state_name",
                table: "flow_log");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LoonFlow.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DirectoryMaking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "user_account",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "user_account",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "created_by",
                table: "user_account",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "role",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "role",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "created_by",
                table: "role",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "department",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "department",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "created_by",
                table: "department",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "user_account");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "user_account");

            migrationBuilder.DropColumn(
                name: "created_by",
                table: "user_account");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "role");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "role");

            migrationBuilder.DropColumn(
                name: "created_by",
                table: "role");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "department");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "department");

            migrationBuilder.DropColumn(
                name: "created_by",
                table: "department");
        }
    }
}

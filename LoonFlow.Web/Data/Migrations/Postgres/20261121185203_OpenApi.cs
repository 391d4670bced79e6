using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LoonFlow.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OpenApi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "application_ids",
                startValue: 1001L,
                incrementBy: 50);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "user_account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "user_account",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "created_by",
                table: "user_account",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "role",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "role",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "created_by",
                table: "role",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "through",
                table: "flow_log",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                table: "department",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "department",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "created_by",
                table: "department",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "application",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "personal_token",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    scopes = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hint = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_used_from = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_token", x => x.id);
                    table.ForeignKey(
                        name: "fk_personal_token_user_account_user_id",
                        column: x => x.user_id,
                        principalTable: "user_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "repeatable_answer",
                columns: table => new
                {
                    caller = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    result = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repeatable_answer", x => new { x.caller, x.key, x.part });
                });

            migrationBuilder.CreateTable(
                name: "request_nonce",
                columns: table => new
                {
                    application = table.Column<long>(type: "bigint", nullable: false),
                    nonce = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_nonce", x => new { x.application, x.nonce });
                });

            migrationBuilder.CreateTable(
                name: "ticket_event",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    workflow = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    news = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ticket_event_counter",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    forgotten = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_event_counter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "application_secret",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    application = table.Column<long>(type: "bigint", nullable: false),
                    is_for_signing = table.Column<bool>(type: "boolean", nullable: false),
                    hint = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    @protected = table.Column<string>(name: "protected", type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_used_from = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_secret", x => x.id);
                    table.ForeignKey(
                        name: "fk_application_secret_application_application",
                        column: x => x.application,
                        principalTable: "application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "cache_stamp",
                columns: new[] { "name", "value" },
                values: new object[] { "applications", new Guid("00000000-0000-0000-0000-000000000001") });

            migrationBuilder.InsertData(
                table: "ticket_event_counter",
                columns: new[] { "id", "forgotten", "last" },
                values: new object[] { 1, 0L, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_serial_prefix",
                table: "ticket",
                column: "serial")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_application_name",
                table: "application",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_application_secret_application",
                table: "application_secret",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "ix_application_secret_hash",
                table: "application_secret",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_personal_token_hash",
                table: "personal_token",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_personal_token_user_id",
                table: "personal_token",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_repeatable_answer_at",
                table: "repeatable_answer",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_request_nonce_at",
                table: "request_nonce",
                column: "at");

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
                name: "application_secret");

            migrationBuilder.DropTable(
                name: "personal_token");

            migrationBuilder.DropTable(
                name: "repeatable_answer");

            migrationBuilder.DropTable(
                name: "request_nonce");

            migrationBuilder.DropTable(
                name: "ticket_event");

            migrationBuilder.DropTable(
                name: "ticket_event_counter");

            migrationBuilder.DropTable(
                name: "application");

            migrationBuilder.DropIndex(
                name: "ix_ticket_serial_prefix",
                table: "ticket");

            migrationBuilder.DeleteData(
                table: "cache_stamp",
                keyColumn: "name",
                keyValue: "applications");

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
                name: "through",
                table: "flow_log");

            migrationBuilder.DropColumn(
                name: "changed_at",
                table: "department");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "department");

            migrationBuilder.DropColumn(
                name: "created_by",
                table: "department");

            migrationBuilder.DropSequence(
                name: "application_ids");
        }
    }
}

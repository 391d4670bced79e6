using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LoonFlow.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WholeEngine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_is_dead_due_at",
                table: "outbox");

            migrationBuilder.CreateSequence(
                name: "channel_ids",
                startValue: 1001L,
                incrementBy: 50);

            migrationBuilder.AddColumn<string>(
                name: "arrivals",
                table: "visit",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "automation",
                table: "visit",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "branch",
                table: "visit",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "cause",
                table: "visit",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_touched",
                table: "visit",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_undecided",
                table: "visit",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_due_at",
                table: "visit",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "resumes_at",
                table: "visit",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "seats",
                table: "visit",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "timers",
                table: "visit",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asked_at",
                table: "ticket_participant",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "child_key",
                table: "ticket",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                table: "ticket",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "parent_visit",
                table: "ticket",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "steps",
                table: "ticket",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "about",
                table: "outbox",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "ticket",
                table: "outbox",
                type: "bigint",
                nullable: true);

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
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "automation_attempt",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    visit = table.Column<int>(type: "integer", nullable: false),
                    run = table.Column<int>(type: "integer", nullable: false),
                    is_script = table.Column<bool>(type: "boolean", nullable: false),
                    target = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "jsonb", nullable: true),
                    output = table.Column<string>(type: "text", nullable: false),
                    error = table.Column<string>(type: "text", nullable: false)
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
                name: "calendar",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delivery_attempt",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message = table.Column<Guid>(type: "uuid", nullable: false),
                    listener = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ticket = table.Column<long>(type: "bigint", nullable: true),
                    about = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    took = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_attempt", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<long>(type: "bigint", nullable: false),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    @event = table.Column<int>(name: "event", type: "integer", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    digest_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                name: "notice_channel",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    protected_url = table.Column<string>(type: "text", nullable: false),
                    protected_secret = table.Column<string>(type: "text", nullable: false),
                    mention = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_channel", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_preference",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    waits_for_me = table.Column<int>(type: "integer", nullable: false),
                    about_my_tickets = table.Column<int>(type: "integer", nullable: false),
                    comments = table.Column<int>(type: "integer", nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_preference", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "script",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    stored_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    interpreter = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
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
                    owner = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    @protected = table.Column<string>(name: "protected", type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secret", x => new { x.owner, x.name });
                });

            migrationBuilder.CreateTable(
                name: "told_notices",
                columns: table => new
                {
                    message = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told_notices", x => x.message);
                });

            migrationBuilder.CreateTable(
                name: "turn_counter",
                columns: table => new
                {
                    state = table.Column<long>(type: "bigint", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turn_counter", x => x.state);
                });

            migrationBuilder.CreateIndex(
                name: "ix_visit_next_due_at",
                table: "visit",
                column: "next_due_at",
                filter: "next_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_parent_parent_visit_child_key",
                table: "ticket",
                columns: new[] { "parent", "parent_visit", "child_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_listener_is_dead_due_at",
                table: "outbox",
                columns: new[] { "listener", "is_dead", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_automation_attempt_is_script_target_id",
                table: "automation_attempt",
                columns: new[] { "is_script", "target", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_automation_attempt_ticket_visit_run",
                table: "automation_attempt",
                columns: new[] { "ticket", "visit", "run" });

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
                name: "ix_script_stored_name",
                table: "script",
                column: "stored_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_told_notices_at",
                table: "told_notices",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "automation_attempt");

            migrationBuilder.DropTable(
                name: "calendar");

            migrationBuilder.DropTable(
                name: "delivery_attempt");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "notice_channel");

            migrationBuilder.DropTable(
                name: "notice_preference");

            migrationBuilder.DropTable(
                name: "script");

            migrationBuilder.DropTable(
                name: "secret");

            migrationBuilder.DropTable(
                name: "told_notices");

            migrationBuilder.DropTable(
                name: "turn_counter");

            migrationBuilder.DropIndex(
                name: "ix_visit_next_due_at",
                table: "visit");

            migrationBuilder.DropIndex(
                name: "ix_ticket_parent_parent_visit_child_key",
                table: "ticket");

            migrationBuilder.DropIndex(
                name: "ix_outbox_listener_is_dead_due_at",
                table: "outbox");

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
                name: "about",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "ticket",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "of",
                table: "flow_log");

            migrationBuilder.DropColumn(
                name: "target_state",
                table: "flow_log");

            migrationBuilder.DropColumn(
                name: "target_state_name",
                table: "flow_log");

            migrationBuilder.DropSequence(
                name: "channel_ids");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_is_dead_due_at",
                table: "outbox",
                columns: new[] { "is_dead", "due_at" });
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace LoonFlow.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "people_ids",
                startValue: 1001L,
                incrementBy: 50);

            migrationBuilder.CreateSequence(
                name: "ticket_ids",
                startValue: 1001L,
                incrementBy: 50);

            migrationBuilder.CreateSequence(
                name: "workflow_ids",
                startValue: 1001L,
                incrementBy: 50);

            migrationBuilder.CreateTable(
                name: "cache_stamp",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    value = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cache_stamp", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "department",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    leader_id = table.Column<long>(type: "bigint", nullable: true),
                    approver_ids = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    label = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_department", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "form_draft",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    form = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_draft", x => new { x.user_id, x.form });
                });

            migrationBuilder.CreateTable(
                name: "imported_row",
                columns: table => new
                {
                    table = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    fingerprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_row", x => new { x.table, x.source_id });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    listener = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    last_error = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    is_dead = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    description = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    label = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "serial_counter",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_serial_counter", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "user_account",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    department_id = table.Column<long>(type: "bigint", nullable: true),
                    is_active = table.Column<bool>(type: "bit", nullable: false),
                    is_administrator = table.Column<bool>(type: "bit", nullable: false),
                    must_change_password = table.Column<bool>(type: "bit", nullable: false),
                    user_name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    normalized_user_name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    normalized_email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    email_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    password_hash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    security_stamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    phone_number = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "bit", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "bit", nullable: false),
                    access_failed_count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workflow",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    category = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    icon = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    published = table.Column<long>(type: "bigint", nullable: true),
                    is_retired = table.Column<bool>(type: "bit", nullable: false),
                    open_to_all = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_member",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    role_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_member", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "fk_role_member_role_role_id",
                        column: x => x.role_id,
                        principalTable: "role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_role_member_user_account_user_id",
                        column: x => x.user_id,
                        principalTable: "user_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    claim_type = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    claim_value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claim_user_account_user_id",
                        column: x => x.user_id,
                        principalTable: "user_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    provider_key = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    provider_display_name = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    user_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_login_user_account_user_id",
                        column: x => x.user_id,
                        principalTable: "user_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_token",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    login_provider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    name = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_token_user_account_user_id",
                        column: x => x.user_id,
                        principalTable: "user_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ticket",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    serial = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    workflow = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    creator = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<long>(type: "bigint", nullable: false),
                    values = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    parent = table.Column<long>(type: "bigint", nullable: true),
                    parent_state = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    visit_count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket", x => x.id);
                    table.ForeignKey(
                        name: "fk_ticket_workflow_workflow",
                        column: x => x.workflow,
                        principalTable: "workflow",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "workflow_draft",
                columns: table => new
                {
                    workflow = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    revision = table.Column<int>(type: "int", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    changed_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_draft", x => x.workflow);
                    table.ForeignKey(
                        name: "fk_workflow_draft_workflow_workflow",
                        column: x => x.workflow,
                        principalTable: "workflow",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workflow_grant",
                columns: table => new
                {
                    workflow = table.Column<long>(type: "bigint", nullable: false),
                    permission = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    key = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_grant", x => new { x.workflow, x.permission, x.kind, x.key });
                    table.ForeignKey(
                        name: "fk_workflow_grant_workflow_workflow",
                        column: x => x.workflow,
                        principalTable: "workflow",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workflow_version",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    workflow = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    document = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    published_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflow_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_workflow_version_workflow_workflow",
                        column: x => x.workflow,
                        principalTable: "workflow",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "flow_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: true),
                    action = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<long>(type: "bigint", nullable: false),
                    state_name = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    transition = table.Column<long>(type: "bigint", nullable: true),
                    transition_name = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    transition_kind = table.Column<int>(type: "int", nullable: true),
                    target = table.Column<long>(type: "bigint", nullable: true),
                    comment = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    values = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_flow_log", x => x.id);
                    table.ForeignKey(
                        name: "fk_flow_log_ticket_ticket",
                        column: x => x.ticket,
                        principalTable: "ticket",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stored_file",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    uploaded_by = table.Column<long>(type: "bigint", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ticket = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_stored_file_ticket_ticket",
                        column: x => x.ticket,
                        principalTable: "ticket",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<long>(type: "bigint", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    claimed_by = table.Column<long>(type: "bigint", nullable: true),
                    consultations = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit", x => new { x.ticket, x.number });
                    table.ForeignKey(
                        name: "fk_visit_ticket_ticket",
                        column: x => x.ticket,
                        principalTable: "ticket",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "stored_file_content",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_file_content", x => x.id);
                    table.ForeignKey(
                        name: "fk_stored_file_content_stored_file_id",
                        column: x => x.id,
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ticket_participant",
                columns: table => new
                {
                    kind = table.Column<int>(type: "int", nullable: false),
                    key = table.Column<long>(type: "bigint", nullable: false),
                    ticket = table.Column<long>(type: "bigint", nullable: false),
                    visit = table.Column<int>(type: "int", nullable: false),
                    must_act = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_participant", x => new { x.ticket, x.visit, x.kind, x.key });
                    table.ForeignKey(
                        name: "fk_ticket_participant_visit_ticket_visit",
                        columns: x => new { x.ticket, x.visit },
                        principalTable: "visit",
                        principalColumns: new[] { "ticket", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "cache_stamp",
                columns: new[] { "name", "value" },
                values: new object[,]
                {
                    { "company", new Guid("00000000-0000-0000-0000-000000000001") },
                    { "workflows", new Guid("00000000-0000-0000-0000-000000000001") }
                });

            migrationBuilder.CreateIndex(
                name: "ix_flow_log_by_ticket",
                table: "flow_log",
                columns: new[] { "by", "ticket" });

            migrationBuilder.CreateIndex(
                name: "ix_flow_log_ticket_id",
                table: "flow_log",
                columns: new[] { "ticket", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_is_dead_due_at",
                table: "outbox",
                columns: new[] { "is_dead", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_role_member_role_id",
                table: "role_member",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_stored_file_ticket",
                table: "stored_file",
                column: "ticket");

            migrationBuilder.CreateIndex(
                name: "ix_stored_file_uploaded_by_ticket",
                table: "stored_file",
                columns: new[] { "uploaded_by", "ticket" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_created_at",
                table: "ticket",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_creator_created_at",
                table: "ticket",
                columns: new[] { "creator", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_serial",
                table: "ticket",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_workflow_created_at",
                table: "ticket",
                columns: new[] { "workflow", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ticket_participant_kind_key_must_act_ticket",
                table: "ticket_participant",
                columns: new[] { "kind", "key", "must_act", "ticket" });

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "user_account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_user_account_department_id",
                table: "user_account",
                column: "department_id");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "user_account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_claim_user_id",
                table: "user_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_login_user_id",
                table: "user_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_visit_state",
                table: "visit",
                column: "state",
                filter: "left_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_workflow_version_workflow_number",
                table: "workflow_version",
                columns: new[] { "workflow", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cache_stamp");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "department");

            migrationBuilder.DropTable(
                name: "flow_log");

            migrationBuilder.DropTable(
                name: "form_draft");

            migrationBuilder.DropTable(
                name: "imported_row");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "role_member");

            migrationBuilder.DropTable(
                name: "serial_counter");

            migrationBuilder.DropTable(
                name: "stored_file_content");

            migrationBuilder.DropTable(
                name: "ticket_participant");

            migrationBuilder.DropTable(
                name: "user_claim");

            migrationBuilder.DropTable(
                name: "user_login");

            migrationBuilder.DropTable(
                name: "user_token");

            migrationBuilder.DropTable(
                name: "workflow_draft");

            migrationBuilder.DropTable(
                name: "workflow_grant");

            migrationBuilder.DropTable(
                name: "workflow_version");

            migrationBuilder.DropTable(
                name: "role");

            migrationBuilder.DropTable(
                name: "stored_file");

            migrationBuilder.DropTable(
                name: "visit");

            migrationBuilder.DropTable(
                name: "user_account");

            migrationBuilder.DropTable(
                name: "ticket");

            migrationBuilder.DropTable(
                name: "workflow");

            migrationBuilder.DropSequence(
                name: "people_ids");

            migrationBuilder.DropSequence(
                name: "ticket_ids");

            migrationBuilder.DropSequence(
                name: "workflow_ids");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LoonFlow.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class NoticeChannels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "channel_ids",
                startValue: 1001L,
                incrementBy: 50);

            migrationBuilder.CreateTable(
                name: "notice_channel",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    protected_url = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    protected_secret = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    mention = table.Column<int>(type: "int", nullable: false),
                    is_active = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_channel", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_channel");

            migrationBuilder.DropSequence(
                name: "channel_ids");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Deventer4GlobalGoals.Web.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TellOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AnnouncedAt",
                table: "Review",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Told",
                table: "Registration",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SkipsReviewMail",
                table: "Account",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AnnouncedAt",
                table: "Review");

            migrationBuilder.DropColumn(
                name: "Told",
                table: "Registration");

            migrationBuilder.DropColumn(
                name: "SkipsReviewMail",
                table: "Account");
        }
    }
}

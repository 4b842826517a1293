using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Deventer4GlobalGoals.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PrizeFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergedInto",
                table: "PrizeNomination",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PrizeAttachment",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nomination = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    IsNameless = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeAttachment", x => x.Key);
                    table.ForeignKey(
                        name: "FK_PrizeAttachment_PrizeNomination_Nomination",
                        column: x => x.Nomination,
                        principalTable: "PrizeNomination",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PrizeAttachmentBytes",
                columns: table => new
                {
                    Attachment = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeAttachmentBytes", x => x.Attachment);
                    table.ForeignKey(
                        name: "FK_PrizeAttachmentBytes_PrizeAttachment_Attachment",
                        column: x => x.Attachment,
                        principalTable: "PrizeAttachment",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PrizeAttachment_Nomination",
                table: "PrizeAttachment",
                column: "Nomination");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PrizeAttachmentBytes");

            migrationBuilder.DropTable(
                name: "PrizeAttachment");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "PrizeNomination");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Deventer4GlobalGoals.Web.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PrizeVote : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsForgotten",
                table: "Mail",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "PrizeVote",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Paper = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Entry = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Voter = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Network = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Slot = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeVote", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrizeVoteKey",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeVoteKey", x => x.Year);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PrizeVote_Year_Category_Voter",
                table: "PrizeVote",
                columns: new[] { "Year", "Category", "Voter" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PrizeVote");

            migrationBuilder.DropTable(
                name: "PrizeVoteKey");

            migrationBuilder.DropColumn(
                name: "IsForgotten",
                table: "Mail");
        }
    }
}

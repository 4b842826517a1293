using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Deventer4GlobalGoals.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class JuryRoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Organisations",
                table: "PrizePerson",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnonymisedAt",
                table: "PrizeNomination",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PrizeConflict",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Entry = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Juror = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Degree = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Found = table.Column<string>(type: "TEXT", nullable: true),
                    Explanation = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeConflict", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrizeNote",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Entry = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeNote", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrizeRedaction",
                columns: table => new
                {
                    Nomination = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    Contribution = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeRedaction", x => x.Nomination);
                    table.ForeignKey(
                        name: "FK_PrizeRedaction_PrizeNomination_Nomination",
                        column: x => x.Nomination,
                        principalTable: "PrizeNomination",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PrizeConflict_Year_Entry_Juror_Kind",
                table: "PrizeConflict",
                columns: new[] { "Year", "Entry", "Juror", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrizeNote_Year_Entry_Author_Kind",
                table: "PrizeNote",
                columns: new[] { "Year", "Entry", "Author", "Kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PrizeConflict");

            migrationBuilder.DropTable(
                name: "PrizeNote");

            migrationBuilder.DropTable(
                name: "PrizeRedaction");

            migrationBuilder.DropColumn(
                name: "Organisations",
                table: "PrizePerson");

            migrationBuilder.DropColumn(
                name: "AnonymisedAt",
                table: "PrizeNomination");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Deventer4GlobalGoals.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Prize : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PrizeEdition",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Rulebook = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeEdition", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "PrizeLog",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Event = table.Column<string>(type: "TEXT", nullable: false),
                    Previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeLog", x => new { x.Year, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PrizeNomination",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Pseudonym = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    NominatorName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NominatorEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    NomineeName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NomineeEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Answer = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Culture = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HandedInAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeNomination", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "PrizePerson",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    Pseudonym = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsJuror = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsChair = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizePerson", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrizeNominationStep",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Nomination = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeNominationStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrizeNominationStep_PrizeNomination_Nomination",
                        column: x => x.Nomination,
                        principalTable: "PrizeNomination",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PrizeNominationVersion",
                columns: table => new
                {
                    Nomination = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeNominationVersion", x => new { x.Nomination, x.Version });
                    table.ForeignKey(
                        name: "FK_PrizeNominationVersion_PrizeNomination_Nomination",
                        column: x => x.Nomination,
                        principalTable: "PrizeNomination",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PrizeNomination_Year_Pseudonym",
                table: "PrizeNomination",
                columns: new[] { "Year", "Pseudonym" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrizeNomination_Year_State",
                table: "PrizeNomination",
                columns: new[] { "Year", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PrizeNominationStep_Nomination",
                table: "PrizeNominationStep",
                column: "Nomination");

            migrationBuilder.CreateIndex(
                name: "IX_PrizePerson_Year_AccountKey",
                table: "PrizePerson",
                columns: new[] { "Year", "AccountKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrizePerson_Year_Pseudonym",
                table: "PrizePerson",
                columns: new[] { "Year", "Pseudonym" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PrizeEdition");

            migrationBuilder.DropTable(
                name: "PrizeLog");

            migrationBuilder.DropTable(
                name: "PrizeNominationStep");

            migrationBuilder.DropTable(
                name: "PrizeNominationVersion");

            migrationBuilder.DropTable(
                name: "PrizePerson");

            migrationBuilder.DropTable(
                name: "PrizeNomination");
        }
    }
}

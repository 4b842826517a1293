using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Deventer4GlobalGoals.Web.Storage.Migrations.Postgres
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
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Rulebook = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeEdition", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "PrizeLog",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Event = table.Column<string>(type: "text", nullable: false),
                    Previous = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeLog", x => new { x.Year, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "PrizeNomination",
                columns: table => new
                {
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Pseudonym = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    NominatorName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NominatorEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    NomineeName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NomineeEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Answer = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Culture = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    HandedInAt = table.Column<long>(type: "bigint", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizeNomination", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "PrizePerson",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    AccountKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Pseudonym = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsJuror = table.Column<bool>(type: "boolean", nullable: false),
                    IsChair = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrizePerson", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrizeNominationStep",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Nomination = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
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
                    Nomination = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
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

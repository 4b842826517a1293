using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Deventer4GlobalGoals.Web.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PrizeVisits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "PrizeNote",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "VisitedOn",
                table: "PrizeNote",
                type: "date",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Place",
                table: "PrizeNote");

            migrationBuilder.DropColumn(
                name: "VisitedOn",
                table: "PrizeNote");
        }
    }
}

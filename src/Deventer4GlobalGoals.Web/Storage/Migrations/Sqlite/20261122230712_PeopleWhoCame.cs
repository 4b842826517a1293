using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Deventer4GlobalGoals.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleWhoCame : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Came",
                table: "Registration",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Who was ticked at the door came with everybody they registered.
            migrationBuilder.Sql("UPDATE \"Registration\" SET \"Came\" = \"Seats\" WHERE \"Attended\"");

            migrationBuilder.DropColumn(
                name: "Attended",
                table: "Registration");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Attended",
                table: "Registration",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("UPDATE \"Registration\" SET \"Attended\" = (\"Came\" > 0)");

            migrationBuilder.DropColumn(
                name: "Came",
                table: "Registration");
        }
    }
}

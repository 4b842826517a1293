using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Deventer4GlobalGoals.Cms.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class NodeByUpdate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Node_NodeObjectType_UpdateDate_Trashed",
                table: "Node",
                columns: new[] { "NodeObjectType", "UpdateDate", "Trashed" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Node_NodeObjectType_UpdateDate_Trashed",
                table: "Node");
        }
    }
}

using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.DataTypes;

/// <summary>A property editor with its configuration.</summary>
public sealed class DataTypeRow
{
    public int Id { get; set; }

    public NodeRow Node { get; set; } = null!;

    public required string EditorAlias { get; set; }

    public string? EditorUiAlias { get; set; }

    /// <summary>The name of a <see cref="Umbraco.Cms.Core.Models.ValueStorageType"/>.</summary>
    public required string DatabaseType { get; set; }

    /// <summary>The configuration as JSON, as the editor wrote it.</summary>
    public required string Configuration { get; set; }
}

internal sealed class DataTypeConfiguration : IEntityTypeConfiguration<DataTypeRow>
{
    public void Configure(EntityTypeBuilder<DataTypeRow> builder)
    {
        builder.ToTable("DataType");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne(row => row.Node).WithOne().HasForeignKey<DataTypeRow>(row => row.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

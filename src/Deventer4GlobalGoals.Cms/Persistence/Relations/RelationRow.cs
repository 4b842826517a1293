using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Relations;

public sealed class RelationTypeRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public string Alias { get; set; } = "";

    public string Name { get; set; } = "";

    public bool IsBidirectional { get; set; }

    public bool IsDependency { get; set; }

    public Guid? ParentObjectType { get; set; }

    public Guid? ChildObjectType { get; set; }
}

public sealed class RelationRow
{
    public int Id { get; set; }

    public int ParentId { get; set; }

    public NodeRow Parent { get; set; } = null!;

    public int ChildId { get; set; }

    public NodeRow Child { get; set; } = null!;

    public int RelationTypeId { get; set; }

    public RelationTypeRow RelationType { get; set; } = null!;

    public string? Comment { get; set; }

    public DateTime CreateDate { get; set; }
}

internal sealed class RelationConfiguration : IEntityTypeConfiguration<RelationTypeRow>, IEntityTypeConfiguration<RelationRow>
{
    public void Configure(EntityTypeBuilder<RelationTypeRow> builder)
    {
        builder.ToTable("RelationType");
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => row.Alias).IsUnique();
        builder.Property(row => row.Alias).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(255);
    }

    public void Configure(EntityTypeBuilder<RelationRow> builder)
    {
        builder.ToTable("Relation");
        builder.HasIndex(row => new { row.ParentId, row.ChildId, row.RelationTypeId }).IsUnique();
        builder.HasIndex(row => new { row.ChildId, row.RelationTypeId });
        builder.HasIndex(row => row.RelationTypeId);
        builder.HasOne(row => row.Parent).WithMany().HasForeignKey(row => row.ParentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Child).WithMany().HasForeignKey(row => row.ChildId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.RelationType).WithMany().HasForeignKey(row => row.RelationTypeId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Languages;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Tags;

public sealed class TagRow
{
    public int Id { get; set; }

    public string Group { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>Null for a tag of a property that doesn't vary by language.</summary>
    public int? LanguageId { get; set; }

    public LanguageRow? Language { get; set; }
}

/// <summary>A node bears a tag in one of its properties.</summary>
public sealed class TagRelationRow
{
    public int NodeId { get; set; }

    public NodeRow Node { get; set; } = null!;

    public int PropertyTypeId { get; set; }

    public PropertyTypeRow PropertyType { get; set; } = null!;

    public int TagId { get; set; }

    public TagRow Tag { get; set; } = null!;
}

internal sealed class TagConfiguration : IEntityTypeConfiguration<TagRow>, IEntityTypeConfiguration<TagRelationRow>
{
    public void Configure(EntityTypeBuilder<TagRow> builder)
    {
        builder.ToTable("Tag");
        builder.Property(row => row.Group).HasMaxLength(100);
        builder.Property(row => row.Text).HasMaxLength(200);
        builder.HasIndex(row => new { row.Group, row.Text, row.LanguageId }).IsUnique();
        builder.HasOne(row => row.Language).WithMany().HasForeignKey(row => row.LanguageId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TagRelationRow> builder)
    {
        builder.ToTable("TagRelation");
        builder.HasKey(row => new { row.NodeId, row.PropertyTypeId, row.TagId });
        builder.HasOne(row => row.Node).WithMany().HasForeignKey(row => row.NodeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.PropertyType).WithMany().HasForeignKey(row => row.PropertyTypeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Tag).WithMany().HasForeignKey(row => row.TagId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Templates;

/// <summary>The name of a view. The view itself is a file; its master is the node's parent.</summary>
public sealed class TemplateRow
{
    public int Id { get; set; }

    public NodeRow Node { get; set; } = null!;

    public string Alias { get; set; } = "";
}

internal sealed class TemplateConfiguration : IEntityTypeConfiguration<TemplateRow>
{
    public void Configure(EntityTypeBuilder<TemplateRow> builder)
    {
        builder.ToTable("Template");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Alias).HasMaxLength(255);
        builder.HasIndex(row => row.Alias).IsUnique();
        builder.HasOne(row => row.Node).WithOne().HasForeignKey<TemplateRow>(row => row.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

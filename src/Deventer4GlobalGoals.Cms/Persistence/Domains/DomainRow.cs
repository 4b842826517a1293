using Deventer4GlobalGoals.Cms.Persistence.Languages;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Domains;

public sealed class DomainRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public string Name { get; set; } = string.Empty;

    public int? LanguageId { get; set; }

    public int? RootContentId { get; set; }

    public int SortOrder { get; set; }
}

internal sealed class DomainConfiguration : IEntityTypeConfiguration<DomainRow>
{
    public void Configure(EntityTypeBuilder<DomainRow> builder)
    {
        builder.ToTable("Domain");
        builder.Property(row => row.Name).HasMaxLength(255);
        builder.HasIndex(row => row.Name).IsUnique();
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(row => row.LanguageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(row => row.RootContentId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Deventer4GlobalGoals.Cms.Persistence.Languages;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.UrlAliases;

/// <summary>An extra address that an editor gave to a document with <c>umbracoUrlAlias</c>.</summary>
public sealed class UrlAliasRow
{
    public int Id { get; set; }

    public int DocumentId { get; set; }

    public NodeRow Document { get; set; } = null!;

    public int? LanguageId { get; set; }

    public string Alias { get; set; } = "";
}

internal sealed class UrlAliasConfiguration : IEntityTypeConfiguration<UrlAliasRow>
{
    public void Configure(EntityTypeBuilder<UrlAliasRow> builder)
    {
        builder.ToTable("DocumentUrlAlias");
        builder.HasOne(row => row.Document).WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(row => row.LanguageId).OnDelete(DeleteBehavior.Cascade);
    }
}

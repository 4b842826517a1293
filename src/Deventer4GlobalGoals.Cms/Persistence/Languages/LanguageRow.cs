using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Languages;

/// <summary>A language in which content can be written.</summary>
public sealed class LanguageRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public required string IsoCode { get; set; }

    public required string CultureName { get; set; }

    public bool IsDefault { get; set; }

    public bool IsMandatory { get; set; }

    /// <summary>The language whose text stands in when this one has none.</summary>
    public int? FallbackLanguageId { get; set; }
}

internal sealed class LanguageConfiguration : IEntityTypeConfiguration<LanguageRow>
{
    public void Configure(EntityTypeBuilder<LanguageRow> builder)
    {
        builder.ToTable("Language");
        builder.HasIndex(language => language.IsoCode).IsUnique();
        builder.HasIndex(language => language.Key).IsUnique();
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(language => language.FallbackLanguageId).OnDelete(DeleteBehavior.SetNull);
    }
}

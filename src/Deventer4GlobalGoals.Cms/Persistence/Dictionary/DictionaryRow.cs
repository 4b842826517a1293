using Deventer4GlobalGoals.Cms.Persistence.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Dictionary;

public sealed class DictionaryRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public Guid? ParentKey { get; set; }

    public string ItemKey { get; set; } = "";

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }
}

public sealed class TranslationRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public int DictionaryId { get; set; }

    public int LanguageId { get; set; }

    public string Value { get; set; } = "";
}

internal sealed class DictionaryConfiguration : IEntityTypeConfiguration<DictionaryRow>, IEntityTypeConfiguration<TranslationRow>
{
    public void Configure(EntityTypeBuilder<DictionaryRow> builder)
    {
        builder.ToTable("Dictionary");
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => row.ItemKey).IsUnique();
        builder.Property(row => row.ItemKey).HasMaxLength(450);
    }

    public void Configure(EntityTypeBuilder<TranslationRow> builder)
    {
        builder.ToTable("DictionaryTranslation");
        builder.HasIndex(row => new { row.DictionaryId, row.LanguageId }).IsUnique();
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(row => row.LanguageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<DictionaryRow>().WithMany().HasForeignKey(row => row.DictionaryId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.KeyValues;

public sealed class KeyValueRow
{
    public string Key { get; set; } = string.Empty;

    public string? Value { get; set; }

    public DateTime UpdateDate { get; set; }
}

internal sealed class KeyValueConfiguration : IEntityTypeConfiguration<KeyValueRow>
{
    public void Configure(EntityTypeBuilder<KeyValueRow> builder)
    {
        builder.ToTable("KeyValue");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(256);
    }
}

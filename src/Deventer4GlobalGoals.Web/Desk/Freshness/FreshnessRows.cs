using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Desk.Freshness;

/// <summary>When somebody was asked last whether a practice is still so.</summary>
public sealed class FreshnessRow
{
    /// <summary>The page.</summary>
    public Guid Practice { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>When they said yes; null while they didn't.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
}

internal sealed class FreshnessConfiguration : IEntityTypeConfiguration<FreshnessRow>
{
    public void Configure(EntityTypeBuilder<FreshnessRow> builder)
    {
        builder.ToTable("PracticeFreshness");
        builder.HasKey(row => row.Practice);
        builder.Property(row => row.Practice).ValueGeneratedNever();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Persistence.Audit;

/// <summary>Who did what to which entity. It outlives the entity, so it points to it without a foreign key.</summary>
public sealed class AuditRow
{
    public int Id { get; set; }

    public int EntityId { get; set; }

    public string? EntityType { get; set; }

    public AuditType Type { get; set; }

    public int UserId { get; set; }

    public string? Comment { get; set; }

    public string? Parameters { get; set; }

    public DateTime CreateDate { get; set; }
}

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("Audit");
        builder.Property(row => row.EntityType).HasMaxLength(50);
        builder.HasIndex(row => new { row.EntityId, row.CreateDate });
        builder.HasIndex(row => new { row.UserId, row.CreateDate });
        builder.HasIndex(row => row.CreateDate);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Persistence.Servers;

/// <summary>A job that outlives the request that started it.</summary>
public sealed class LongRunningOperationRow
{
    public Guid Id { get; set; }

    public string Type { get; set; } = "";

    public LongRunningOperationStatus Status { get; set; }

    /// <summary>JSON, once the job has ended well.</summary>
    public string? Result { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }

    /// <summary>A job that hasn't ended by then is taken for dead.</summary>
    public DateTime ExpirationDate { get; set; }
}

internal sealed class LongRunningOperationConfiguration : IEntityTypeConfiguration<LongRunningOperationRow>
{
    public void Configure(EntityTypeBuilder<LongRunningOperationRow> builder)
    {
        builder.ToTable("LongRunningOperation");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Type).HasMaxLength(200);
        builder.HasIndex(row => new { row.Type, row.Status });
        builder.HasIndex(row => row.UpdateDate);
    }
}

using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Redirects;

/// <summary>An address at which a document used to be found.</summary>
public sealed class RedirectRow
{
    public Guid Id { get; set; }

    public int ContentId { get; set; }

    public NodeRow Content { get; set; } = null!;

    public string Url { get; set; } = "";

    /// <summary>SHA-256 of the URL in hexadecimal: addresses can be longer than an index takes.</summary>
    public string UrlHash { get; set; } = "";

    /// <summary>Null when the address is the same in every language.</summary>
    public string? Culture { get; set; }

    public DateTime CreateDateUtc { get; set; }
}

internal sealed class RedirectConfiguration : IEntityTypeConfiguration<RedirectRow>
{
    public void Configure(EntityTypeBuilder<RedirectRow> builder)
    {
        builder.ToTable("Redirect");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.UrlHash).HasMaxLength(64);
        builder.Property(row => row.Culture).HasMaxLength(14);
        builder.HasIndex(row => new { row.UrlHash, row.ContentId, row.Culture });
        builder.HasIndex(row => row.CreateDateUtc);
        builder.HasOne(row => row.Content).WithMany().HasForeignKey(row => row.ContentId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Contents;

/// <summary>A document, blueprint or media item; which of them, the node's object type says.</summary>
public sealed class ContentRow
{
    public int Id { get; set; }

    public NodeRow Node { get; set; } = null!;

    public int ContentTypeId { get; set; }

    /// <summary>Documents only: a version is published.</summary>
    public bool Published { get; set; }

    /// <summary>Documents only: the current version differs from the published one, or there is none.</summary>
    public bool Edited { get; set; }

    public List<ContentVersionRow> Versions { get; } = [];
}

/// <summary>What a document or media item says at one time. Exactly one version is current; at most one is published.</summary>
public sealed class ContentVersionRow
{
    public int Id { get; set; }

    public int ContentId { get; set; }

    public ContentRow Content { get; set; } = null!;

    public DateTime VersionDate { get; set; }

    public int UserId { get; set; }

    public bool Current { get; set; }

    public bool Published { get; set; }

    /// <summary>Version clean-up leaves it alone.</summary>
    public bool PreventCleanup { get; set; }

    public string? Name { get; set; }

    public int? TemplateId { get; set; }

    /// <summary>Media only: the URL path of the file.</summary>
    public string? MediaPath { get; set; }

    /// <summary>Names per culture and property values, see <see cref="VersionData"/>.</summary>
    public required string Data { get; set; }
}

/// <summary>A document's state in one culture.</summary>
public sealed class DocumentCultureRow
{
    public int ContentId { get; set; }

    public required string Culture { get; set; }

    public string? Name { get; set; }

    /// <summary>The name in lower case (invariant culture).</summary>
    public string? NameKey { get; set; }

    public bool Published { get; set; }

    public bool Edited { get; set; }
}

internal sealed class ContentConfiguration : IEntityTypeConfiguration<ContentRow>
{
    public void Configure(EntityTypeBuilder<ContentRow> builder)
    {
        builder.ToTable("Content");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne(row => row.Node).WithOne().HasForeignKey<ContentRow>(row => row.Id).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ContentTypeRow>().WithMany().HasForeignKey(row => row.ContentTypeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Versions).WithOne(version => version.Content).HasForeignKey(version => version.ContentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ContentVersionConfiguration : IEntityTypeConfiguration<ContentVersionRow>
{
    public void Configure(EntityTypeBuilder<ContentVersionRow> builder)
    {
        builder.ToTable("ContentVersion");
        builder.HasIndex(row => new { row.ContentId, row.Current });
        builder.HasIndex(row => new { row.ContentId, row.Published });
        builder.HasIndex(row => row.MediaPath);
    }
}

internal sealed class DocumentCultureConfiguration : IEntityTypeConfiguration<DocumentCultureRow>
{
    public void Configure(EntityTypeBuilder<DocumentCultureRow> builder)
    {
        builder.ToTable("DocumentCulture");
        builder.HasKey(row => new { row.ContentId, row.Culture });
        builder.HasIndex(row => new { row.Culture, row.NameKey });
        builder.HasOne<ContentRow>().WithMany().HasForeignKey(row => row.ContentId).OnDelete(DeleteBehavior.Cascade);
    }
}

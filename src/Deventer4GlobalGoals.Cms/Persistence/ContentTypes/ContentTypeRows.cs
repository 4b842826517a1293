using Deventer4GlobalGoals.Cms.Persistence.DataTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.ContentTypes;

/// <summary>A document, media or member type; which of them, the node's object type says.</summary>
public sealed class ContentTypeRow
{
    public int Id { get; set; }

    public NodeRow Node { get; set; } = null!;

    public required string Alias { get; set; }

    public string? Icon { get; set; }

    public string? Thumbnail { get; set; }

    public string? Description { get; set; }

    public bool AllowedAsRoot { get; set; }

    /// <summary>Key of the data type that shows children as a list.</summary>
    public Guid? ListView { get; set; }

    public bool IsElement { get; set; }

    /// <summary>A <see cref="Umbraco.Cms.Core.Models.ContentVariation"/>.</summary>
    public int Variations { get; set; }

    /// <summary>JSON list of the child types: key, alias, sort order.</summary>
    public required string AllowedContentTypes { get; set; }

    /// <summary>JSON list of template ids.</summary>
    public required string AllowedTemplates { get; set; }

    public int? DefaultTemplateId { get; set; }

    /// <summary>JSON: what version clean-up does for this type; null takes the site's policy.</summary>
    public string? HistoryCleanup { get; set; }

    public List<PropertyGroupRow> Groups { get; } = [];

    public List<PropertyTypeRow> Properties { get; } = [];

    public List<CompositionRow> Compositions { get; } = [];
}

/// <summary>A group or tab of properties.</summary>
public sealed class PropertyGroupRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public int ContentTypeId { get; set; }

    public required string Alias { get; set; }

    public string? Name { get; set; }

    /// <summary>A <see cref="Umbraco.Cms.Core.Models.PropertyGroupType"/>.</summary>
    public short Type { get; set; }

    public int SortOrder { get; set; }
}

/// <summary>A property of a type.</summary>
public sealed class PropertyTypeRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public int ContentTypeId { get; set; }

    public int? GroupId { get; set; }

    public int DataTypeId { get; set; }

    public DataTypeRow DataType { get; set; } = null!;

    public required string Alias { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    public bool Mandatory { get; set; }

    public string? MandatoryMessage { get; set; }

    public string? ValidationRegExp { get; set; }

    public string? ValidationRegExpMessage { get; set; }

    public bool LabelOnTop { get; set; }

    public int SortOrder { get; set; }

    /// <summary>A <see cref="Umbraco.Cms.Core.Models.ContentVariation"/>.</summary>
    public int Variations { get; set; }

    public bool MemberCanEdit { get; set; }

    public bool MemberCanView { get; set; }

    public bool IsSensitive { get; set; }
}

/// <summary>One type takes over the properties of another.</summary>
public sealed class CompositionRow
{
    public int ContentTypeId { get; set; }

    public int ComposedOfId { get; set; }

    public int SortOrder { get; set; }
}

internal sealed class ContentTypeConfiguration : IEntityTypeConfiguration<ContentTypeRow>
{
    public void Configure(EntityTypeBuilder<ContentTypeRow> builder)
    {
        builder.ToTable("ContentType");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.Alias);
        builder.HasOne(row => row.Node).WithOne().HasForeignKey<ContentTypeRow>(row => row.Id).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(row => row.Groups).WithOne().HasForeignKey(group => group.ContentTypeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(row => row.Properties).WithOne().HasForeignKey(property => property.ContentTypeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(row => row.Compositions).WithOne().HasForeignKey(part => part.ContentTypeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PropertyGroupConfiguration : IEntityTypeConfiguration<PropertyGroupRow>
{
    public void Configure(EntityTypeBuilder<PropertyGroupRow> builder)
    {
        builder.ToTable("PropertyGroup");
        builder.HasIndex(row => row.Key);
    }
}

internal sealed class PropertyTypeConfiguration : IEntityTypeConfiguration<PropertyTypeRow>
{
    public void Configure(EntityTypeBuilder<PropertyTypeRow> builder)
    {
        builder.ToTable("PropertyType");
        builder.HasIndex(row => row.Key);
        builder.HasIndex(row => new { row.ContentTypeId, row.Alias }).IsUnique();
        builder.HasOne(row => row.DataType).WithMany().HasForeignKey(row => row.DataTypeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PropertyGroupRow>().WithMany().HasForeignKey(row => row.GroupId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class CompositionConfiguration : IEntityTypeConfiguration<CompositionRow>
{
    public void Configure(EntityTypeBuilder<CompositionRow> builder)
    {
        builder.ToTable("ContentTypeComposition");
        builder.HasKey(row => new { row.ContentTypeId, row.ComposedOfId });
        builder.HasOne<ContentTypeRow>().WithMany().HasForeignKey(row => row.ComposedOfId).OnDelete(DeleteBehavior.Cascade);
    }
}

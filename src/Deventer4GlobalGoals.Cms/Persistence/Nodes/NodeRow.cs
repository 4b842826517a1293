using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Nodes;

/// <summary>What every entity in a tree has: identity, place and dates.</summary>
public sealed class NodeRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    /// <summary>One of Umbraco's object type keys.</summary>
    public Guid NodeObjectType { get; set; }

    /// <summary>-1 for the root, -20 and -21 for the recycle bins.</summary>
    public int ParentId { get; set; }

    public int Level { get; set; }

    /// <summary>Ids from the root down, "-1,12,15".</summary>
    public string Path { get; set; } = "";

    public int SortOrder { get; set; }

    public bool Trashed { get; set; }

    public string? Name { get; set; }

    /// <summary>The name in lower case (invariant culture): names of siblings are compared without case.</summary>
    public string? NameKey { get; set; }

    public int CreatorId { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }
}

internal sealed class NodeConfiguration : IEntityTypeConfiguration<NodeRow>
{
    public void Configure(EntityTypeBuilder<NodeRow> builder)
    {
        builder.ToTable("Node");
        builder.HasIndex(node => node.Key).IsUnique();
        builder.HasIndex(node => new { node.ParentId, node.NodeObjectType, node.SortOrder });
        builder.HasIndex(node => new { node.ParentId, node.NameKey });

        // Descendants are looked up by kind and range of paths; an index on the kind alone would be preferred, and reads all of it.
        builder.HasIndex(node => new { node.NodeObjectType, node.Path });
        builder.HasIndex(node => node.Path);

        // Lists show what changed last: without this every page of one sorts all there is.
        builder.HasIndex(node => new { node.NodeObjectType, node.UpdateDate, node.Trashed });
    }
}

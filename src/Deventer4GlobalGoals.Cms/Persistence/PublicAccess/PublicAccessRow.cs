using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.PublicAccess;

/// <summary>Says that a branch of the site is closed, and where to go instead.</summary>
public sealed class PublicAccessRow
{
    public Guid Id { get; set; }

    public int ProtectedNodeId { get; set; }

    public int LoginNodeId { get; set; }

    public int NoAccessNodeId { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }

    public List<PublicAccessRuleRow> Rules { get; } = [];
}

public sealed class PublicAccessRuleRow
{
    public Guid Id { get; set; }

    public Guid AccessEntryId { get; set; }

    public string RuleType { get; set; } = "";

    public string RuleValue { get; set; } = "";

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }
}

internal sealed class PublicAccessConfiguration : IEntityTypeConfiguration<PublicAccessRow>, IEntityTypeConfiguration<PublicAccessRuleRow>
{
    public void Configure(EntityTypeBuilder<PublicAccessRow> builder)
    {
        builder.ToTable("PublicAccess");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.ProtectedNodeId).IsUnique();
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(row => row.ProtectedNodeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(row => row.LoginNodeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(row => row.NoAccessNodeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(row => row.Rules).WithOne().HasForeignKey(rule => rule.AccessEntryId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PublicAccessRuleRow> builder)
    {
        builder.ToTable("PublicAccessRule");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.AccessEntryId, row.RuleType, row.RuleValue }).IsUnique();
    }
}

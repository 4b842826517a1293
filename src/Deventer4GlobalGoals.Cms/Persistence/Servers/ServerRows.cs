using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Servers;

/// <summary>A change that other nodes must apply to their local caches.</summary>
public sealed class CacheInstructionRow
{
    public int Id { get; set; }

    public DateTime UtcStamp { get; set; }

    public string Instructions { get; set; } = "";

    public string OriginIdentity { get; set; } = "";

    public int InstructionCount { get; set; }
}

/// <summary>How far a machine has followed the cache instructions.</summary>
public sealed class LastSyncedRow
{
    public string MachineId { get; set; } = "";

    public int? InternalId { get; set; }

    public int? ExternalId { get; set; }

    public DateTime UpdateDate { get; set; }
}

public sealed class ServerRow
{
    public int Id { get; set; }

    public string Address { get; set; } = "";

    public string Identity { get; set; } = "";

    public DateTime Registered { get; set; }

    public DateTime Accessed { get; set; }

    public bool IsActive { get; set; }

    public bool IsSchedulingPublisher { get; set; }
}

/// <summary>The version of a repository's cached entities, raised by whoever changes them.</summary>
public sealed class RepositoryCacheVersionRow
{
    public string Identifier { get; set; } = "";

    public string? Version { get; set; }
}

internal sealed class ServerConfiguration :
    IEntityTypeConfiguration<CacheInstructionRow>,
    IEntityTypeConfiguration<LastSyncedRow>,
    IEntityTypeConfiguration<ServerRow>,
    IEntityTypeConfiguration<RepositoryCacheVersionRow>
{
    public void Configure(EntityTypeBuilder<CacheInstructionRow> builder)
    {
        builder.ToTable("CacheInstruction");
        builder.Property(row => row.OriginIdentity).HasMaxLength(500);
        builder.HasIndex(row => row.UtcStamp);
    }

    public void Configure(EntityTypeBuilder<LastSyncedRow> builder)
    {
        builder.ToTable("LastSynced");
        builder.HasKey(row => row.MachineId);
        builder.Property(row => row.MachineId).HasMaxLength(255);
    }

    public void Configure(EntityTypeBuilder<ServerRow> builder)
    {
        builder.ToTable("Server");
        builder.Property(row => row.Address).HasMaxLength(500);
        builder.Property(row => row.Identity).HasMaxLength(255);
        builder.HasIndex(row => row.Identity).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RepositoryCacheVersionRow> builder)
    {
        builder.ToTable("RepositoryCacheVersion");
        builder.HasKey(row => row.Identifier);
        builder.Property(row => row.Identifier).HasMaxLength(256);
        builder.Property(row => row.Version).HasMaxLength(256);
    }
}

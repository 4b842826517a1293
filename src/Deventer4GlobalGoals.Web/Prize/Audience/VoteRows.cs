using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Prize.Audience;

/// <summary>A vote of the public that was confirmed. Whose it is isn't in it, only what tells two of the same apart; after the term not even that.</summary>
public sealed class PrizeVoteRow
{
    public long Id { get; set; }

    public int Year { get; set; }

    /// <summary>The same for what one person chose in each category. Says nothing else.</summary>
    public Guid Paper { get; set; }

    public required string Category { get; set; }

    /// <summary>What the log calls the finalist.</summary>
    public required string Entry { get; set; }

    /// <summary>Keyed hash of the mail address; null after the term, or when that person asked for it.</summary>
    public string? Voter { get; set; }

    /// <summary>Keyed hash of the network it came from; null when <see cref="Voter"/> is.</summary>
    public string? Network { get; set; }

    /// <summary>When, to ten minutes.</summary>
    public DateTimeOffset Slot { get; set; }
}

/// <summary>What the hashes of an edition are made with. When it is gone, no address can be held against them any more.</summary>
public sealed class PrizeVoteKeyRow
{
    public int Year { get; set; }

    /// <summary>Sealed with the site's own keys.</summary>
    public required string Sealed { get; set; }
}

internal sealed class PrizeVoteConfiguration : IEntityTypeConfiguration<PrizeVoteRow>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<PrizeVoteRow> builder)
    {
        builder.ToTable("PrizeVote");
        builder.Property(row => row.Category).HasMaxLength(40);
        builder.Property(row => row.Entry).HasMaxLength(40);
        builder.Property(row => row.Voter).HasMaxLength(HashLength);
        builder.Property(row => row.Network).HasMaxLength(HashLength);
        builder.HasIndex(row => new { row.Year, row.Category, row.Voter }).IsUnique();
    }
}

internal sealed class PrizeVoteKeyConfiguration : IEntityTypeConfiguration<PrizeVoteKeyRow>
{
    public void Configure(EntityTypeBuilder<PrizeVoteKeyRow> builder)
    {
        builder.ToTable("PrizeVoteKey");
        builder.HasKey(row => row.Year);
        builder.Property(row => row.Year).ValueGeneratedNever();
    }
}

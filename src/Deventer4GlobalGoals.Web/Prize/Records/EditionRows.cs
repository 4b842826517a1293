using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Prize.Records;

/// <summary>One year of the prize. What happened in it is in its log; this is what there is before the log begins.</summary>
public sealed class EditionRow
{
    public int Year { get; set; }

    /// <summary>The rules as they were drafted, in their one form; from opening on the log has them.</summary>
    public required string Rulebook { get; set; }

    /// <summary>SHA-256 of <see cref="Rulebook"/>.</summary>
    public required string Hash { get; set; }

    /// <summary>One more with every change of the draft.</summary>
    public int Version { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A line of the log of an edition. Lines are added, never changed.</summary>
public sealed class PrizeLogRow
{
    public int Year { get; set; }

    /// <summary>From 1, without gaps.</summary>
    public long Number { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>A pseudonym.</summary>
    public required string Actor { get; set; }

    public required string Event { get; set; }

    public required string Previous { get; set; }

    public required string Hash { get; set; }
}

/// <summary>Whose pseudonym it is. Erasing somebody is deleting their row: the log stays as it is.</summary>
public sealed class PrizePersonRow
{
    public int Id { get; set; }

    public int Year { get; set; }

    public Guid AccountKey { get; set; }

    public required string Pseudonym { get; set; }

    /// <summary>Is, or is to become, a juror of this edition.</summary>
    public bool IsJuror { get; set; }

    /// <summary>Leads the jury; one juror per edition.</summary>
    public bool IsChair { get; set; }

    /// <summary>The keys of the organisations in the directory that they say they belong to, as a list in JSON; null when they weren't asked yet.</summary>
    public string? Organisations { get; set; }
}

internal sealed class EditionConfiguration : IEntityTypeConfiguration<EditionRow>
{
    public void Configure(EntityTypeBuilder<EditionRow> builder)
    {
        builder.ToTable("PrizeEdition");
        builder.HasKey(row => row.Year);
        builder.Property(row => row.Year).ValueGeneratedNever();
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class PrizeLogConfiguration : IEntityTypeConfiguration<PrizeLogRow>
{
    public void Configure(EntityTypeBuilder<PrizeLogRow> builder)
    {
        builder.ToTable("PrizeLog");
        builder.HasKey(row => new { row.Year, row.Number });
        builder.Property(row => row.Actor).HasMaxLength(40);
        builder.Property(row => row.Previous).HasMaxLength(64);
        builder.Property(row => row.Hash).HasMaxLength(64);
    }
}

internal sealed class PrizePersonConfiguration : IEntityTypeConfiguration<PrizePersonRow>
{
    public void Configure(EntityTypeBuilder<PrizePersonRow> builder)
    {
        builder.ToTable("PrizePerson");
        builder.Property(row => row.Pseudonym).HasMaxLength(40);
        builder.HasIndex(row => new { row.Year, row.AccountKey }).IsUnique();
        builder.HasIndex(row => new { row.Year, row.Pseudonym }).IsUnique();
    }
}

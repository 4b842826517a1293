using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Prize.Records;

/// <summary>Who reads a note.</summary>
public enum NoteKind
{
    /// <summary>Only who wrote it.</summary>
    Private,

    /// <summary>Whoever may see what others made of the entry.</summary>
    Shared,

    /// <summary>Of a visit to a finalist: the jury and the secretary, in deliberation.</summary>
    Visit,
}

/// <summary>What somebody noted about an entry. It decides nothing and is not in the log, so it can be erased.</summary>
public sealed class PrizeNoteRow
{
    public int Id { get; set; }

    public int Year { get; set; }

    /// <summary>What the log calls the entry.</summary>
    public required string Entry { get; set; }

    /// <summary>What the log calls who wrote it.</summary>
    public required string Author { get; set; }

    public NoteKind Kind { get; set; }

    public required string Text { get; set; }

    /// <summary>Of a visit: the day of it.</summary>
    public DateOnly? VisitedOn { get; set; }

    /// <summary>Of a visit: where it was; null when nobody said.</summary>
    public string? Place { get; set; }

    /// <summary>One more with every change: an older page doesn't overwrite a newer note.</summary>
    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>What ties a juror to an entry.</summary>
public enum ConflictKind
{
    /// <summary>They said so themselves.</summary>
    Declared,

    /// <summary>It is about an organisation that they belong to.</summary>
    Organisation,

    /// <summary>They nominated it, or their mail address is that of who did.</summary>
    Nomination,

    /// <summary>Their organisation made a practice together with the nominee.</summary>
    Partner,

    /// <summary>Their organisation organised a meeting together with the nominee.</summary>
    Meeting,
}

/// <summary>How a conflict stands.</summary>
public enum ConflictState
{
    /// <summary>The site proposed it; the juror says nothing yet.</summary>
    Proposed,

    /// <summary>The juror says it is so.</summary>
    Confirmed,

    /// <summary>The juror says why it is none.</summary>
    Explained,
}

/// <summary>A conflict between a juror and an entry, with what was said of it. The log knows only its degree: words about people can be erased here.</summary>
public sealed class PrizeConflictRow
{
    public int Id { get; set; }

    public int Year { get; set; }

    public required string Entry { get; set; }

    public required string Juror { get; set; }

    public ConflictKind Kind { get; set; }

    public Deventer4GlobalGoals.Prize.Rules.ConflictDegree Degree { get; set; }

    public ConflictState State { get; set; }

    /// <summary>What the site found: a title of a page; null for what was declared.</summary>
    public string? Found { get; set; }

    /// <summary>What the juror says.</summary>
    public string? Explanation { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>A nomination without what gives away whose it is, for a jury that reads blind.</summary>
public sealed class PrizeRedactionRow
{
    public Guid Nomination { get; set; }

    /// <summary>The version of the nomination that it was made of; a newer one wants a new copy.</summary>
    public int Version { get; set; }

    public required string Why { get; set; }

    public required string Contribution { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class PrizeNoteConfiguration : IEntityTypeConfiguration<PrizeNoteRow>
{
    public void Configure(EntityTypeBuilder<PrizeNoteRow> builder)
    {
        builder.ToTable("PrizeNote");
        builder.Property(row => row.Entry).HasMaxLength(40);
        builder.Property(row => row.Author).HasMaxLength(40);
        builder.Property(row => row.Place).HasMaxLength(Notes.LongestPlace);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.Year, row.Entry, row.Author, row.Kind }).IsUnique();
    }
}

internal sealed class PrizeConflictConfiguration : IEntityTypeConfiguration<PrizeConflictRow>
{
    public void Configure(EntityTypeBuilder<PrizeConflictRow> builder)
    {
        builder.ToTable("PrizeConflict");
        builder.Property(row => row.Entry).HasMaxLength(40);
        builder.Property(row => row.Juror).HasMaxLength(40);
        builder.HasIndex(row => new { row.Year, row.Entry, row.Juror, row.Kind }).IsUnique();
    }
}

internal sealed class PrizeRedactionConfiguration : IEntityTypeConfiguration<PrizeRedactionRow>
{
    public void Configure(EntityTypeBuilder<PrizeRedactionRow> builder)
    {
        builder.ToTable("PrizeRedaction");
        builder.HasKey(row => row.Nomination);
        builder.Property(row => row.Nomination).ValueGeneratedNever();
        builder.HasOne<Nominating.NominationRow>().WithOne().HasForeignKey<PrizeRedactionRow>(row => row.Nomination);
    }
}

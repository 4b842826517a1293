using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>How something stands that wants an editor's eyes.</summary>
public enum ReviewState
{
    /// <summary>Saved by a visitor, to go on with later.</summary>
    Draft,

    /// <summary>Handed in from an address that isn't confirmed yet.</summary>
    Unconfirmed,

    /// <summary>An editor has to look at it.</summary>
    Waiting,

    /// <summary>Sent back, with what is missing.</summary>
    Returned,

    /// <summary>On the site.</summary>
    Accepted,

    /// <summary>Doesn't come on the site.</summary>
    Rejected,

    /// <summary>Taken back by who sent it.</summary>
    Withdrawn,
}

/// <summary>A practice that a visitor shares, or a page that an author wants on the site.</summary>
public sealed class ReviewRow
{
    public Guid Key { get; set; }

    public ReviewState State { get; set; }

    /// <summary>Of the author; null for a visitor.</summary>
    public int? AccountId { get; set; }

    /// <summary>Who sent it.</summary>
    public required string Name { get; set; }

    public required string Email { get; set; }

    /// <summary>"nl", "en-US" or "de-DE": in which mails are, and a visitor's text.</summary>
    public required string Culture { get; set; }

    public required string Title { get; set; }

    /// <summary>The page that it is about, or becomes; null while a visitor's practice is no page yet.</summary>
    public Guid? Item { get; set; }

    /// <summary>A visitor's <see cref="SubmissionText"/> as JSON; null for an author, whose page says it.</summary>
    public string? Text { get; set; }

    /// <summary>Of the text, from 1: a page that was drawn from an older one overwrites nothing.</summary>
    public int Version { get; set; }

    /// <summary>The version of the text that the page was filled with; 0 for none.</summary>
    public int AppliedVersion { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When something happened to it last.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When editors were mailed that it waits; null while they weren't.</summary>
    public DateTimeOffset? AnnouncedAt { get; set; }
}

/// <summary>Something that happened to it, with its date.</summary>
public sealed class ReviewStepRow
{
    public long Id { get; set; }

    public Guid Review { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>"saved", "handed-in", "confirmed", "sent", "returned", "accepted", "rejected", "withdrawn".</summary>
    public required string Kind { get; set; }

    /// <summary>Of who did it, when that was somebody with an account.</summary>
    public int? AccountId { get; set; }

    /// <summary>What an editor wrote to who sent it.</summary>
    public string? Note { get; set; }
}

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<ReviewRow>
{
    public void Configure(EntityTypeBuilder<ReviewRow> builder)
    {
        builder.ToTable("Review");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Email).HasMaxLength(254);
        builder.Property(row => row.Culture).HasMaxLength(10);
        builder.Property(row => row.Title).HasMaxLength(255);
        builder.HasIndex(row => new { row.State, row.ChangedAt });
        builder.HasIndex(row => row.Item);
    }
}

internal sealed class ReviewStepConfiguration : IEntityTypeConfiguration<ReviewStepRow>
{
    public void Configure(EntityTypeBuilder<ReviewStepRow> builder)
    {
        builder.ToTable("ReviewStep");
        builder.Property(row => row.Kind).HasMaxLength(40);
        builder.Property(row => row.Note).HasMaxLength(4000);
        builder.HasOne<ReviewRow>().WithMany().HasForeignKey(row => row.Review).OnDelete(DeleteBehavior.Cascade);
    }
}

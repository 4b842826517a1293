using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>How a nomination stands.</summary>
public enum NominationState
{
    /// <summary>Saved, to go on with later.</summary>
    Draft,

    /// <summary>Handed in from an address that isn't confirmed yet.</summary>
    Unconfirmed,

    /// <summary>Counts: handed in, and the address is right.</summary>
    HandedIn,

    /// <summary>Taken back by whoever nominated or was nominated.</summary>
    Withdrawn,

    /// <summary>The nominee doesn't want to take part.</summary>
    Declined,

    /// <summary>Takes part.</summary>
    Admitted,

    /// <summary>Doesn't take part; the reason is in its history.</summary>
    Rejected,

    /// <summary>Goes on as another nomination of the same organisation: <see cref="NominationRow.MergedInto"/>.</summary>
    Merged,
}

/// <summary>What somebody who was named by another said.</summary>
public enum NomineeAnswer
{
    /// <summary>An own nomination, or the mail hasn't gone yet.</summary>
    None,
    Asked,
    Accepted,
    Declined,
}

/// <summary>Somebody's proposal for the prize. What it says is in its versions; who people are is here only.</summary>
public sealed class NominationRow
{
    public Guid Key { get; set; }

    public int Year { get; set; }

    /// <summary>What the log calls it.</summary>
    public required string Pseudonym { get; set; }

    public NominationState State { get; set; }

    public required string NominatorName { get; set; }

    public required string NominatorEmail { get; set; }

    /// <summary>Of another organisation's contact; null for an own nomination.</summary>
    public string? NomineeName { get; set; }

    public string? NomineeEmail { get; set; }

    public NomineeAnswer Answer { get; set; }

    /// <summary>Of the newest version.</summary>
    public int Version { get; set; }

    /// <summary>"nl", "en-US" or "de-DE": in which the mails are.</summary>
    public required string Culture { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? HandedInAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The nomination that goes on in its place; null when it isn't merged.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>When what it says of people was erased; null while it is there.</summary>
    public DateTimeOffset? AnonymisedAt { get; set; }
}

/// <summary>What a nomination said at some moment. Versions are added, never changed.</summary>
public sealed class NominationVersionRow
{
    public Guid Nomination { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who wrote this version.</summary>
    public NominationSide By { get; set; }

    /// <summary>A <see cref="NominationText"/> as JSON.</summary>
    public required string Text { get; set; }
}

/// <summary>Something that happened to a nomination, with its date.</summary>
public sealed class NominationStepRow
{
    public long Id { get; set; }

    public Guid Nomination { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>"handed-in", "confirmed", "accepted", "rejected".</summary>
    public required string Kind { get; set; }

    /// <summary>A reason from a list, or null.</summary>
    public string? Reason { get; set; }

    public string? Note { get; set; }
}

/// <summary>Through whose link somebody comes.</summary>
public enum NominationSide
{
    Nominator,
    Nominee,
}

internal sealed class NominationConfiguration : IEntityTypeConfiguration<NominationRow>
{
    public void Configure(EntityTypeBuilder<NominationRow> builder)
    {
        builder.ToTable("PrizeNomination");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).ValueGeneratedNever();
        builder.Property(row => row.Pseudonym).HasMaxLength(40);
        builder.Property(row => row.NominatorName).HasMaxLength(200);
        builder.Property(row => row.NominatorEmail).HasMaxLength(254);
        builder.Property(row => row.NomineeName).HasMaxLength(200);
        builder.Property(row => row.NomineeEmail).HasMaxLength(254);
        builder.Property(row => row.Culture).HasMaxLength(10);
        builder.HasIndex(row => new { row.Year, row.Pseudonym }).IsUnique();
        builder.HasIndex(row => new { row.Year, row.State });
    }
}

internal sealed class NominationVersionConfiguration : IEntityTypeConfiguration<NominationVersionRow>
{
    public void Configure(EntityTypeBuilder<NominationVersionRow> builder)
    {
        builder.ToTable("PrizeNominationVersion");
        builder.HasKey(row => new { row.Nomination, row.Version });
        builder.HasOne<NominationRow>().WithMany().HasForeignKey(row => row.Nomination);
    }
}

internal sealed class NominationStepConfiguration : IEntityTypeConfiguration<NominationStepRow>
{
    public void Configure(EntityTypeBuilder<NominationStepRow> builder)
    {
        builder.ToTable("PrizeNominationStep");
        builder.Property(row => row.Kind).HasMaxLength(40);
        builder.Property(row => row.Reason).HasMaxLength(40);
        builder.Property(row => row.Note).HasMaxLength(4000);
        builder.HasOne<NominationRow>().WithMany().HasForeignKey(row => row.Nomination);
    }
}

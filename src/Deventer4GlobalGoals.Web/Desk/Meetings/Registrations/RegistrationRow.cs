using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;

/// <summary>How a registration stands.</summary>
public enum RegistrationState
{
    /// <summary>Has a place.</summary>
    Placed,

    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>Doesn't come.</summary>
    Cancelled,
}

/// <summary>Somebody who comes to a meeting, perhaps with others.</summary>
public sealed class RegistrationRow
{
    /// <summary>The order of arrival.</summary>
    public long Id { get; set; }

    /// <summary>In the link with which somebody looks and cancels: nobody else knows it.</summary>
    public Guid Key { get; set; }

    public Guid MeetingKey { get; set; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    /// <summary>How many come, with this person; 1 to <see cref="Registrations.MostSeats"/>.</summary>
    public int Seats { get; set; }

    /// <summary>What somebody needs to get in or to eat. Emptied a week after the meeting.</summary>
    public string? Needs { get; set; }

    /// <summary>As <see cref="NeedsTerm"/> says.</summary>
    public DateTimeOffset? NeedsUntil { get; set; }

    /// <summary>"nl", "en-US" or "de-DE": in which the mails are.</summary>
    public required string Culture { get; set; }

    public RegistrationState State { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The <see cref="MeetingPlaces.News"/> of the meeting as this person was told of it last; null for who registered before this was kept.</summary>
    public string? Told { get; set; }

    /// <summary>How many people were seen at the door.</summary>
    public int Came { get; set; }

    /// <summary>Seen at the door.</summary>
    public bool Attended => Came > 0;
}

internal sealed class RegistrationConfiguration : IEntityTypeConfiguration<RegistrationRow>
{
    public void Configure(EntityTypeBuilder<RegistrationRow> builder)
    {
        builder.ToTable("Registration");
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Email).HasMaxLength(254);
        builder.Property(row => row.Needs).HasMaxLength(500);
        builder.Property(row => row.Culture).HasMaxLength(10);
        builder.Property(row => row.Told).HasMaxLength(MeetingPlaces.NewsLength);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.MeetingKey, row.State });
    }
}

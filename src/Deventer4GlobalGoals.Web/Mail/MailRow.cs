using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Mail;

/// <summary>A mail that waits, or was sent.</summary>
public sealed class MailRow
{
    public long Id { get; set; }

    /// <summary>What the mail is about: there is one mail per key, however often it is asked for.</summary>
    public required string Key { get; set; }

    /// <summary>Part of its Message-ID: a mail that is sent again after a crash is known to be the same one.</summary>
    public Guid MessageId { get; set; }

    public required string To { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    /// <summary>An appendix of the kind text/calendar.</summary>
    public string? Calendar { get; set; }

    /// <summary>Goes as soon as it is sent or given up.</summary>
    public bool IsForgotten { get; set; }

    public DateTimeOffset QueuedAt { get; set; }

    /// <summary>Not before this; while a sender has it in hand, when another may take it over.</summary>
    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Given up on: <see cref="Outbox.MostAttempts"/> times it went wrong.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    public string? LastError { get; set; }
}

internal sealed class MailConfiguration : IEntityTypeConfiguration<MailRow>
{
    public void Configure(EntityTypeBuilder<MailRow> builder)
    {
        builder.ToTable("Mail");
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.To).HasMaxLength(320);
        builder.Property(row => row.Subject).HasMaxLength(250);
        builder.Property(row => row.LastError).HasMaxLength(500);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.SentAt, row.FailedAt, row.DueAt });
    }
}

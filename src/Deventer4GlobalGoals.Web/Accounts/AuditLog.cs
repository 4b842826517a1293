using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>Who did what, when and from where. Kept a year. What was done to content is in Umbraco's own audit as well.</summary>
public sealed class AuditEntryRow
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Null for somebody who isn't signed in.</summary>
    public int? AccountId { get; set; }

    /// <summary>"account.signed-in", "item.published".</summary>
    public required string Action { get; set; }

    /// <summary>What it was done to: a key, or a mail address that doesn't belong to an account is left out.</summary>
    public string? Subject { get; set; }

    public string? Details { get; set; }

    /// <summary>The network address.</summary>
    public string? From { get; set; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntryRow>
{
    public void Configure(EntityTypeBuilder<AuditEntryRow> builder)
    {
        builder.ToTable("SiteAudit");
        builder.Property(row => row.Action).HasMaxLength(60);
        builder.Property(row => row.Subject).HasMaxLength(100);
        builder.Property(row => row.Details).HasMaxLength(500);
        builder.Property(row => row.From).HasMaxLength(64);
        builder.HasIndex(row => row.At);
    }
}

/// <summary>Writes down what was done.</summary>
public sealed class AuditLog(SiteDb db, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>How long entries are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private const int LongestDetails = 500;

    /// <summary>Adds an entry to the changes that wait: it is saved with them, or not at all.</summary>
    /// <param name="action">"account.signed-in", "item.published".</param>
    /// <param name="accountId">Who; null for somebody who isn't signed in.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="details">At most 500 characters are kept.</param>
    /// <param name="from">The network address, when it isn't that of the request at hand.</param>
    public void Add(string action, int? accountId, string? subject = null, string? details = null, string? from = null) => db.Add(new AuditEntryRow
    {
        At = time.GetUtcNow(),
        AccountId = accountId,
        Action = action,
        Subject = subject,
        Details = details is null ? null : FormText.Cut(details, LongestDetails),
        From = from ?? http.HttpContext?.Connection.RemoteIpAddress?.ToString(),
    });

    public async Task WriteAsync(string action, int? accountId, string? subject = null, string? details = null, CancellationToken cancellation = default)
    {
        Add(action, accountId, subject, details);
        await SaveAsync(cancellation);
    }

    /// <summary>Saves what waits.</summary>
    public Task SaveAsync(CancellationToken cancellation) => db.SaveChangesAsync(cancellation);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Cms.Persistence.Webhooks;

/// <summary>Who is told about which events.</summary>
public sealed class WebhookRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string Url { get; set; } = "";

    public bool Enabled { get; set; }

    /// <summary>A JSON list of aliases of events.</summary>
    public string Events { get; set; } = "[]";

    /// <summary>A JSON list of keys of content types; an empty one means all types.</summary>
    public string ContentTypeKeys { get; set; } = "[]";

    /// <summary>A JSON object of headers that are sent along.</summary>
    public string Headers { get; set; } = "{}";

    /// <summary>What messages are signed with: "whsec_" and base64, protected by ASP.NET Core's data protection.</summary>
    public string Secret { get; set; } = "";

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }
}

/// <summary>A message that waits to be sent, or that was given up.</summary>
public sealed class WebhookRequestRow
{
    public int Id { get; set; }

    /// <summary>What the receiver knows the message by, the same at every attempt.</summary>
    public Guid Key { get; set; }

    public Guid WebhookKey { get; set; }

    public string EventAlias { get; set; } = "";

    /// <summary>The body, as JSON.</summary>
    public string? Payload { get; set; }

    public int RetryCount { get; set; }

    public DateTime CreateDate { get; set; }

    /// <summary>Not before then. Whoever sends it moves this on first, so that nobody else does.</summary>
    public DateTime NextDate { get; set; }

    /// <summary>When it was given up; null as long as it is tried.</summary>
    public DateTime? DeadDate { get; set; }
}

/// <summary>One attempt to send a message.</summary>
public sealed class WebhookLogRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public Guid WebhookKey { get; set; }

    public string Url { get; set; } = "";

    public string StatusCode { get; set; } = "";

    public DateTime Date { get; set; }

    public string EventAlias { get; set; } = "";

    public int RetryCount { get; set; }

    public string RequestHeaders { get; set; } = "";

    public string? RequestBody { get; set; }

    public string ResponseHeaders { get; set; } = "";

    public string ResponseBody { get; set; } = "";

    public bool ExceptionOccured { get; set; }

    public bool IsSuccessStatusCode { get; set; }
}

internal sealed class WebhookConfiguration :
    IEntityTypeConfiguration<WebhookRow>,
    IEntityTypeConfiguration<WebhookRequestRow>,
    IEntityTypeConfiguration<WebhookLogRow>
{
    public void Configure(EntityTypeBuilder<WebhookRow> builder)
    {
        builder.ToTable("Webhook");
        builder.HasIndex(row => row.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WebhookRequestRow> builder)
    {
        builder.ToTable("WebhookRequest");
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.DeadDate, row.NextDate });
        builder.HasOne<WebhookRow>().WithMany().HasForeignKey(row => row.WebhookKey).HasPrincipalKey(row => row.Key).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WebhookLogRow> builder)
    {
        builder.ToTable("WebhookLog");
        builder.HasIndex(row => row.Date);
        builder.HasIndex(row => row.WebhookKey);
    }
}

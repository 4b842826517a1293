using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Accounts.Sessions;

/// <summary>One browser in which somebody is signed in.</summary>
public sealed class SessionRow
{
    public Guid Id { get; set; }

    public int AccountId { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Up to date to <see cref="SessionTimes.SeenEvery"/>.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When who sits there last proved to be who they say.</summary>
    public DateTimeOffset ProvedAt { get; set; }

    public string? Browser { get; set; }

    public string? From { get; set; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("AccountSession");
        builder.Property(row => row.Browser).HasMaxLength(300);
        builder.Property(row => row.From).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>How long things hold.</summary>
public static class SessionTimes
{
    /// <summary>A session that isn't used for this long has ended.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>A session ends after this, however it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>How often is written down that a session is used.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Roles and accounts are changed by whoever proved within this time who they are.</summary>
    public static readonly TimeSpan Proof = TimeSpan.FromMinutes(15);
}

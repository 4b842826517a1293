using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>What somebody is here for. One person may be more than one.</summary>
[Flags]
public enum AccountRoles
{
    None = 0,

    /// <summary>Everything, and who may do what.</summary>
    Administrator = 1,

    /// <summary>Writes and publishes.</summary>
    Editor = 2,

    /// <summary>Writes; an editor publishes.</summary>
    Author = 4,

    /// <summary>Runs the yearly prize.</summary>
    PrizeSecretary = 8,

    /// <summary>Scores nominations.</summary>
    Juror = 16,

    /// <summary>Whoever has an account.</summary>
    Everyone = Administrator | Editor | Author | PrizeSecretary | Juror,

    /// <summary>Whoever writes on the site.</summary>
    Writers = Administrator | Editor | Author,

    /// <summary>Whoever decides what is on the site.</summary>
    Publishers = Administrator | Editor,
}

/// <summary>Somebody who signs in with a mail address. <see cref="IdentityUser{TKey}.UserName"/> is that address.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>What Umbraco knows the user by.</summary>
    public Guid Key { get; set; }

    /// <summary>The person's name, as colleagues see it.</summary>
    public string Name { get; set; } = string.Empty;

    public AccountRoles Roles { get; set; }

    /// <summary>The page of the organisation that an author writes for; null for none.</summary>
    public Guid? Organisation { get; set; }

    /// <summary>Of the desk: "nl" or "en".</summary>
    public string Language { get; set; } = "nl";

    /// <summary>Doesn't want mail about what waits to be reviewed.</summary>
    public bool SkipsReviewMail { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>May not sign in, and has no session.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Has been invited and hasn't chosen a password yet.</summary>
    public bool IsInvited => PasswordHash is null;
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Account");
        builder.Property(account => account.Name).HasMaxLength(200);
        builder.Property(account => account.Language).HasMaxLength(10);
        builder.HasIndex(account => account.Key).IsUnique();
        builder.HasIndex(account => account.NormalizedEmail).IsUnique();
    }
}

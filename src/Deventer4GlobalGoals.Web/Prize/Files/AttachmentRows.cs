using Deventer4GlobalGoals.Web.Prize.Nominating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deventer4GlobalGoals.Web.Prize.Files;

/// <summary>A file with a nomination. It is in the database and in no public folder: who may read it is asked each time.</summary>
public sealed class PrizeAttachmentRow
{
    public Guid Key { get; set; }

    public Guid Nomination { get; set; }

    /// <summary>Whose link it came by.</summary>
    public NominationSide By { get; set; }

    /// <summary>With an extension that fits what is in it.</summary>
    public required string Name { get; set; }

    /// <summary>What it is, in the words of who sent it.</summary>
    public required string Description { get; set; }

    /// <summary>In bytes, as it is kept.</summary>
    public int Size { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The secretary looked, and nothing in it says whose it is: a jury that reads blind may have it.</summary>
    public bool IsNameless { get; set; }
}

/// <summary>The bytes of a file, apart, so that a list doesn't read them.</summary>
public sealed class PrizeAttachmentBytesRow
{
    public Guid Attachment { get; set; }

    public required byte[] Bytes { get; set; }
}

internal sealed class PrizeAttachmentConfiguration : IEntityTypeConfiguration<PrizeAttachmentRow>
{
    public void Configure(EntityTypeBuilder<PrizeAttachmentRow> builder)
    {
        builder.ToTable("PrizeAttachment");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(AttachmentRules.LongestName);
        builder.Property(row => row.Description).HasMaxLength(AttachmentRules.LongestDescription);
        builder.HasOne<NominationRow>().WithMany().HasForeignKey(row => row.Nomination);
    }
}

internal sealed class PrizeAttachmentBytesConfiguration : IEntityTypeConfiguration<PrizeAttachmentBytesRow>
{
    public void Configure(EntityTypeBuilder<PrizeAttachmentBytesRow> builder)
    {
        builder.ToTable("PrizeAttachmentBytes");
        builder.HasKey(row => row.Attachment);
        builder.Property(row => row.Attachment).ValueGeneratedNever();
        builder.HasOne<PrizeAttachmentRow>().WithOne().HasForeignKey<PrizeAttachmentBytesRow>(row => row.Attachment);
    }
}

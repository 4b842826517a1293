using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Persistence.Documents;

/// <summary>A moment at which a document, or one culture of it, is published or unpublished.</summary>
public sealed class ScheduleRow
{
    public Guid Id { get; set; }

    public int ContentId { get; set; }

    /// <summary>Empty for documents that don't vary.</summary>
    public required string Culture { get; set; }

    public DateTime Date { get; set; }

    /// <summary>True publishes, false unpublishes.</summary>
    public bool Release { get; set; }
}

internal sealed class ScheduleConfiguration : IEntityTypeConfiguration<ScheduleRow>
{
    public void Configure(EntityTypeBuilder<ScheduleRow> builder)
    {
        builder.ToTable("ContentSchedule");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Release, row.Date });
        builder.HasIndex(row => row.ContentId);
        builder.HasOne<ContentRow>().WithMany().HasForeignKey(row => row.ContentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class DocumentSchedules
{
    public static IDictionary<int, IEnumerable<ContentSchedule>> Read(CmsDb db, int[] contentIds) => db.Set<ScheduleRow>().AsNoTracking()
        .Where(row => contentIds.Contains(row.ContentId)).OrderBy(row => row.Date).AsEnumerable()
        .GroupBy(row => row.ContentId)
        .ToDictionary(group => group.Key, group => (IEnumerable<ContentSchedule>)[.. group.Select(ToEntity)]);

    public static void Write(CmsDb db, int contentId, ContentScheduleCollection schedule)
    {
        db.Set<ScheduleRow>().Where(row => row.ContentId == contentId).ExecuteDelete();
        foreach (var entry in schedule.FullSchedule)
        {
            db.Add(new ScheduleRow
            {
                Id = entry.Id == Guid.Empty ? Guid.CreateVersion7() : entry.Id,
                ContentId = contentId,
                Culture = entry.Culture,
                Date = entry.Date,
                Release = entry.Action == ContentScheduleAction.Release,
            });
        }

        db.SaveChanges();
        db.ChangeTracker.Clear();
    }

    public static IQueryable<ScheduleRow> Due(CmsDb db, DateTime date, ContentScheduleAction action)
    {
        var release = action == ContentScheduleAction.Release;
        return db.Set<ScheduleRow>().Where(row => row.Release == release && row.Date <= date);
    }

    public static ContentScheduleCollection Collect(IEnumerable<ScheduleRow> rows)
    {
        var schedule = new ContentScheduleCollection();
        foreach (var row in rows)
        {
            schedule.Add(ToEntity(row));
        }

        return schedule;
    }

    private static ContentSchedule ToEntity(ScheduleRow row) =>
        new(row.Id, row.Culture, row.Date, row.Release ? ContentScheduleAction.Release : ContentScheduleAction.Expire);
}

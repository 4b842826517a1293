using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Umbraco.Cms.Core.Models.Membership;

namespace Deventer4GlobalGoals.Cms.Persistence.Documents;

/// <summary>A permission that a user group has on one document.</summary>
public sealed class DocumentPermissionRow
{
    public int ContentId { get; set; }

    public int UserGroupId { get; set; }

    public required string Permission { get; set; }
}

internal sealed class DocumentPermissionConfiguration : IEntityTypeConfiguration<DocumentPermissionRow>
{
    public void Configure(EntityTypeBuilder<DocumentPermissionRow> builder)
    {
        builder.ToTable("DocumentPermission");
        builder.HasKey(row => new { row.ContentId, row.UserGroupId, row.Permission });
        builder.HasOne<ContentRow>().WithMany().HasForeignKey(row => row.ContentId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class DocumentPermissions
{
    public static EntityPermissionCollection Read(CmsDb db, int contentId) => [.. db.Set<DocumentPermissionRow>().AsNoTracking()
        .Where(row => row.ContentId == contentId).AsEnumerable()
        .GroupBy(row => row.UserGroupId)
        .Select(group => new EntityPermission(group.Key, contentId, group.Select(row => row.Permission).ToHashSet()))];

    public static void Replace(CmsDb db, EntityPermissionSet permissions)
    {
        db.Set<DocumentPermissionRow>().Where(row => row.ContentId == permissions.EntityId).ExecuteDelete();
        Add(db, permissions.PermissionsSet.SelectMany(entry => entry.AssignedPermissions.Select(permission => Row(permissions.EntityId, entry.UserGroupId, permission))));
    }

    public static void Assign(CmsDb db, int contentId, string permission, IEnumerable<int> groupIds)
    {
        int[] groups = [.. groupIds];
        db.Set<DocumentPermissionRow>().Where(row => row.ContentId == contentId && row.Permission == permission && groups.Contains(row.UserGroupId)).ExecuteDelete();
        Add(db, groups.Select(group => Row(contentId, group, permission)));
    }

    private static void Add(CmsDb db, IEnumerable<DocumentPermissionRow> rows)
    {
        db.AddRange(rows);
        db.SaveChanges();
        db.ChangeTracker.Clear();
    }

    private static DocumentPermissionRow Row(int contentId, int groupId, string permission) =>
        new() { ContentId = contentId, UserGroupId = groupId, Permission = permission };
}

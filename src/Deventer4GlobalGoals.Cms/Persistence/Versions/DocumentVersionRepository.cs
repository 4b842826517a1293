using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Versions;

/// <summary>The history of documents: what can be rolled back to, and what clean-up may take.</summary>
public sealed class DocumentVersionRepository(EfScopeProvider scopes, ContentTypeSet types, ILanguageRepository languages) : IDocumentVersionRepository
{
    private IQueryable<ContentVersionRow> Versions => scopes.Db.Set<ContentVersionRow>().AsNoTracking()
        .Where(version => version.Content.Node.NodeObjectType == Constants.ObjectTypes.Document);

    private IQueryable<ContentVersionRow> Removable =>
        Versions.Where(version => !version.Current && !version.Published && !version.PreventCleanup);

    public IReadOnlyCollection<ContentVersionMeta> GetDocumentVersionsEligibleForCleanup() => Models(OldestFirst(Removable));

    public IReadOnlyCollection<ContentVersionMeta> GetDocumentVersionsEligibleForCleanup(DateTime olderThan, int? maxCount)
    {
        IQueryable<ContentVersionRow> versions = OldestFirst(Removable.Where(version => version.VersionDate < olderThan));
        return Models(maxCount is { } count ? versions.Take(count) : versions);
    }

    /// <summary>Only of the document types that say something other than the site's policy.</summary>
    public IReadOnlyCollection<ContentVersionCleanupPolicySettings> GetCleanupPolicies() =>
    [
        .. types.All.OfType<IContentType>()
            .Where(type => type.HistoryCleanup is { } cleanup
                && (cleanup.PreventCleanup || cleanup.KeepAllVersionsNewerThanDays is not null || cleanup.KeepLatestVersionPerDayForDays is not null))
            .Select(type => new ContentVersionCleanupPolicySettings
            {
                ContentTypeId = type.Id,
                PreventCleanup = type.HistoryCleanup!.PreventCleanup,
                KeepAllVersionsNewerThanDays = type.HistoryCleanup.KeepAllVersionsNewerThanDays,
                KeepLatestVersionPerDayForDays = type.HistoryCleanup.KeepLatestVersionPerDayForDays,
                Updated = type.UpdateDate,
            }),
    ];

    /// <summary>The versions of a document, the current one first, then by age.</summary>
    /// <param name="contentId">The document.</param>
    /// <param name="pageIndex">Counts from 0.</param>
    /// <param name="pageSize">How many to return at most.</param>
    /// <param name="totalRecords">How many there are.</param>
    /// <param name="languageId">Only the versions that have a name in this language; a version without languages always counts.</param>
    public IEnumerable<ContentVersionMeta> GetPagedItemsByContentId(
        int contentId,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        int? languageId = null)
    {
        var versions = Versions.Where(version => version.ContentId == contentId);
        if (languages.GetIsoCodeById(languageId, throwOnNotFound: false) is { } culture)
        {
            var ids = InCulture(versions, culture);
            versions = versions.Where(version => ids.Contains(version.Id));
        }

        totalRecords = versions.LongCount();
        return Models(versions
            .OrderByDescending(version => version.Current)
            .ThenByDescending(version => version.VersionDate)
            .ThenByDescending(version => version.Id)
            .Page(pageIndex, pageSize));
    }

    /// <summary>The current and the published version stay, whatever is asked.</summary>
    public void DeleteVersions(IEnumerable<int> versionIds)
    {
        int[] ids = [.. versionIds];
        scopes.Db.Set<ContentVersionRow>()
            .Where(version => ids.Contains(version.Id) && !version.Current && !version.Published)
            .ExecuteDelete();
    }

    public void SetPreventCleanup(int versionId, bool preventCleanup) =>
        scopes.Db.Set<ContentVersionRow>()
            .Where(version => version.Id == versionId)
            .ExecuteUpdate(set => set.SetProperty(version => version.PreventCleanup, preventCleanup));

    public ContentVersionMeta? Get(int versionId) => Models(Versions.Where(version => version.Id == versionId)).FirstOrDefault();

    private static IOrderedQueryable<ContentVersionRow> OldestFirst(IQueryable<ContentVersionRow> versions) =>
        versions.OrderBy(version => version.VersionDate).ThenBy(version => version.Id);

    private static HashSet<int> InCulture(IQueryable<ContentVersionRow> versions, string culture) =>
    [
        .. versions.Select(version => new { version.Id, version.Data })
            .AsEnumerable()
            .Where(version => VersionData.Parse(version.Data).Cultures is var names
                && (names.Count == 0 || names.Any(name => name.Culture.InvariantEquals(culture))))
            .Select(version => version.Id),
    ];

    private static ContentVersionMeta[] Models(IQueryable<ContentVersionRow> versions) =>
    [
        .. versions.Select(version => new
            {
                version.Id,
                version.ContentId,
                version.Content.ContentTypeId,
                version.UserId,
                version.VersionDate,
                version.Published,
                version.Current,
                version.PreventCleanup,
            })
            .AsEnumerable()
            .Select(version => new ContentVersionMeta(
                version.Id,
                version.ContentId,
                version.ContentTypeId,
                version.UserId,
                version.VersionDate,
                version.Published,
                version.Current,
                version.PreventCleanup,
                username: "")),
    ];
}

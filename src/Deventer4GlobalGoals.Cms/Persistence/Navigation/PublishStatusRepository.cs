using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Navigation;

/// <inheritdoc cref="IPublishStatusRepository"/>
/// <remarks>A published document that doesn't vary counts as published in every language.</remarks>
public sealed class PublishStatusRepository(EfScopeProvider scopes, ContentTypeSet types, ILanguageRepository languages) : IPublishStatusRepository
{
    private IQueryable<ContentRow> Documents => scopes.Db.Set<ContentRow>().AsNoTracking().Where(row => row.Node.NodeObjectType == Constants.ObjectTypes.Document);

    public Task<IDictionary<Guid, ISet<string>>> GetAllPublishStatusAsync(CancellationToken cancellationToken) => ReadAsync(Documents, cancellationToken);

    public async Task<ISet<string>> GetPublishStatusAsync(Guid documentKey, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(Documents.Where(row => row.Node.Key == documentKey), cancellationToken).ConfigureAwait(false);
        return found.TryGetValue(documentKey, out var cultures) ? cultures : new HashSet<string>();
    }

    public async Task<IDictionary<Guid, ISet<string>>> GetDescendantsOrSelfPublishStatusAsync(Guid rootDocumentKey, CancellationToken cancellationToken)
    {
        var path = await scopes.Db.Set<NodeRow>().Where(node => node.Key == rootDocumentKey).Select(node => node.Path)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return path is null
            ? new Dictionary<Guid, ISet<string>>()
            : await ReadAsync(Documents.WhereAtOrBelow(row => row.Node.Path, path), cancellationToken).ConfigureAwait(false);
    }

    private async Task<IDictionary<Guid, ISet<string>>> ReadAsync(IQueryable<ContentRow> documents, CancellationToken cancellationToken)
    {
        var cultures = scopes.Db.Set<DocumentCultureRow>();
        var published = await documents.Where(row => row.Published)
            .Select(row => new
            {
                row.Node.Key,
                row.ContentTypeId,
                Cultures = cultures.Where(state => state.ContentId == row.Id && state.Published).Select(state => state.Culture).ToList(),
            })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        string[] all = [.. languages.GetMany().Select(language => language.IsoCode)];
        string[] standard = [languages.GetDefaultIsoCode()];

        // A document from before its type varied has no state per culture yet: it stands in the default language.
        return published.ToDictionary(
            document => document.Key,
            document => (ISet<string>)new HashSet<string>(
                types.Find(document.ContentTypeId)?.VariesByCulture() != true
                    ? all
                    : document.Cultures is { Count: > 0 } own ? own : standard,
                StringComparer.OrdinalIgnoreCase));
    }
}

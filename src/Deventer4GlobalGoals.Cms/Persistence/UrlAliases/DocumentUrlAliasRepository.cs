using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Persistence.Usage;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.UrlAliases;

/// <summary>Extra addresses of documents, in the form in which they are looked up.</summary>
public sealed class DocumentUrlAliasRepository(EfScopeProvider scopes, ContentTypeSet types, ILanguageRepository languages) : IDocumentUrlAliasRepository
{
    private IQueryable<UrlAliasRow> Rows => scopes.Db.Set<UrlAliasRow>().AsNoTracking();

    /// <summary>Replaces the aliases of the documents that are named. An alias of a document that doesn't exist is left out.</summary>
    public void Save(IEnumerable<PublishedDocumentUrlAlias> aliases)
    {
        var wanted = aliases.ToLookup(alias => alias.DocumentKey);
        if (wanted.Count == 0)
        {
            return;
        }

        Guid[] keys = [.. wanted.Select(group => group.Key)];
        DeleteByDocumentKey(keys);
        var ids = scopes.Db.Set<NodeRow>().Where(node => keys.Contains(node.Key)).Select(node => new { node.Id, node.Key }).ToArray();
        var rows =
            from document in ids
            from alias in wanted[document.Key]
            select new UrlAliasRow { DocumentId = document.Id, LanguageId = alias.NullableLanguageId, Alias = alias.Alias };
        scopes.Db.Insert(rows.ToArray());
    }

    public IEnumerable<PublishedDocumentUrlAlias> GetAll() =>
    [
        .. Rows.OrderBy(row => row.Id)
            .Select(row => new { row.Document.Key, row.LanguageId, row.Alias })
            .AsEnumerable()
            .Select(row => new PublishedDocumentUrlAlias { DocumentKey = row.Key, NullableLanguageId = row.LanguageId, Alias = row.Alias }),
    ];

    public void DeleteByDocumentKey(IEnumerable<Guid> documentKeys)
    {
        Guid[] keys = [.. documentKeys];
        scopes.Db.Set<UrlAliasRow>().Where(row => keys.Contains(row.Document.Key)).ExecuteDelete();
    }

    public void DeleteAll() => scopes.Db.Set<UrlAliasRow>().ExecuteDelete();

    /// <summary>What editors filled in, read from the published documents.</summary>
    public IEnumerable<DocumentUrlAliasRaw> GetAllDocumentUrlAliases()
    {
        var properties = types.All.SelectMany(type => type.PropertyTypes)
            .Where(property => property.Alias == Constants.Conventions.Content.UrlAlias)
            .Select(property => property.Id)
            .ToHashSet();
        return [.. properties.SelectMany(Published)];
    }

    private DocumentUrlAliasRaw[] Published(int propertyTypeId)
    {
        var versions = scopes.Db.Set<ContentVersionRow>()
            .Where(version => version.Published && version.Content.Published && !version.Content.Node.Trashed)
            .WithValueOf(propertyTypeId)
            .Select(version => new { version.Content.Node.Key, version.Data })
            .ToArray();
        var filled =
            from version in versions
            from datum in VersionData.Parse(version.Data).Values
            where datum.PropertyTypeId == propertyTypeId && !string.IsNullOrWhiteSpace(datum.Value as string)
            select new DocumentUrlAliasRaw
            {
                DocumentKey = version.Key,
                LanguageId = languages.GetIdByIsoCode(datum.Culture.NullOrWhiteSpaceAsNull(), throwOnNotFound: false),
                AliasValue = (string)datum.Value!,
            };
        return [.. filled];
    }
}

using System.Globalization;
using Deventer4GlobalGoals.Cms.Persistence.Caching;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Querying;
using Deventer4GlobalGoals.Cms.Persistence.Supporting;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Persistence.Templates;

/// <summary>Templates: names, keys and masters in the database, content in the view files.</summary>
public sealed class TemplateRepository : ITemplateRepository
{
    private static readonly QueryMap<TemplateRow> Map = new QueryMap<TemplateRow>()
        .WithAll(row => row.Node)
        .With(nameof(ITemplate.Alias), row => row.Alias)
        .With(nameof(Template.MasterTemplateId), row => row.Node.ParentId);

    private readonly EfScopeProvider _scopes;
    private readonly IShortStringHelper _strings;
    private readonly TemplateFiles _files;
    private readonly FullSet<TemplateRow[]> _all;

    public TemplateRepository(EfScopeProvider scopes, IShortStringHelper strings, TemplateFiles files)
    {
        _scopes = scopes;
        _strings = strings;
        _files = files;
        _all = new FullSet<TemplateRow[]>(scopes, db => db.Set<TemplateRow>().AsNoTracking().Include(row => row.Node).OrderBy(row => row.Id).ToArray());
    }

    public ITemplate? Get(int id) => Models(row => row.Id == id).FirstOrDefault();

    public ITemplate? Get(Guid id) => Models(row => row.Node.Key == id).FirstOrDefault();

    public ITemplate? Get(string? alias) => Models(row => SameAlias(row.Alias, alias)).FirstOrDefault();

    public IEnumerable<ITemplate> GetMany(params int[]? ids) => Models(row => ids is not { Length: > 0 } || ids.Contains(row.Id));

    public IEnumerable<ITemplate> GetMany(params Guid[]? ids) => Models(row => ids is not { Length: > 0 } || ids.Contains(row.Node.Key));

    public IEnumerable<ITemplate> GetAll(params string[] aliases) =>
        Models(row => aliases.Length == 0 || aliases.Contains(row.Alias, StringComparer.OrdinalIgnoreCase));

    /// <param name="masterTemplateId">A template, or 0 or less for those without a master.</param>
    public IEnumerable<ITemplate> GetChildren(int masterTemplateId)
    {
        var parent = masterTemplateId <= 0 ? Constants.System.Root : masterTemplateId;
        return Models(row => row.Node.ParentId == parent);
    }

    /// <param name="masterTemplateId">A template, or 0 or less for every template.</param>
    public IEnumerable<ITemplate> GetDescendants(int masterTemplateId)
    {
        var within = string.Create(CultureInfo.InvariantCulture, $",{masterTemplateId},");
        return masterTemplateId <= 0 ? Models(_ => true) : Models(row => row.Node.Path.Contains(within, StringComparison.Ordinal));
    }

    public bool Exists(int id) => Array.Exists(_all.Value, row => row.Id == id);

    public bool Exists(Guid id) => Array.Exists(_all.Value, row => row.Node.Key == id);

    public IEnumerable<ITemplate> Get(IQuery<ITemplate> query)
    {
        var ids = Matching(query).Select(row => row.Id).ToHashSet();
        return Models(row => ids.Contains(row.Id));
    }

    public int Count(IQuery<ITemplate>? query) => query is null ? _all.Value.Length : Matching(query).Count();

    public void Save(ITemplate entity)
    {
        MakeAliasUnique(entity);
        var oldAlias = Array.Find(_all.Value, row => row.Id == entity.Id)?.Alias;
        var master = Master(entity);
        if (oldAlias is null)
        {
            Insert(entity, master);
        }
        else
        {
            Update(entity, master);
        }

        _files.Write(entity, oldAlias);
        if (entity is Template template)
        {
            template.GetFileContent = file => _files.Read(((Template)file).Alias);
        }

        _all.Changed();
        entity.ResetDirtyProperties();
    }

    /// <summary>Deletes the template and its file. Templates that had it as master no longer have one.</summary>
    public void Delete(ITemplate entity)
    {
        foreach (var child in _all.Value.Where(row => row.Node.ParentId == entity.Id))
        {
            MoveBranch(child.Node, Constants.System.RootString, Constants.System.Root, level: 1);
        }

        NodeStore.Delete(_scopes.Db, entity.Id);
        _files.Delete(entity.Alias);
        _all.Changed();
    }

    public Stream GetFileContentStream(string filepath) => _files.Open(filepath);

    public void SetFileContent(string filepath, Stream content) => _files.Store(filepath, content);

    public long GetFileSize(string filepath) => _files.Size(filepath);

    /// <summary>Forgets the kept set: for a change that another node made.</summary>
    public void ClearCache() => _all.Invalidate();

    private static bool SameAlias(string alias, string? other) => string.Equals(alias, other, StringComparison.OrdinalIgnoreCase);

    private TemplateRow? Master(ITemplate entity) =>
        entity.MasterTemplateAlias is { Length: > 0 } alias ? Array.Find(_all.Value, row => SameAlias(row.Alias, alias)) : null;

    private void MakeAliasUnique(ITemplate entity)
    {
        var (wanted, number) = (entity.Alias, 0);
        while (Array.Exists(_all.Value, row => row.Id != entity.Id && SameAlias(row.Alias, entity.Alias)))
        {
            number++;
            entity.Alias = wanted + number.ToString(CultureInfo.InvariantCulture);
        }
    }

    private void Insert(ITemplate entity, TemplateRow? master)
    {
        entity.AddingEntity();
        var node = new NodeRow
        {
            Key = entity.Key,
            NodeObjectType = Constants.ObjectTypes.Template,
            ParentId = master?.Id ?? Constants.System.Root,
            Level = (master?.Node.Level ?? 0) + 1,
            Name = entity.Name,
            NameKey = NodeStore.NameKey(entity.Name),
            CreateDate = entity.CreateDate,
            UpdateDate = entity.UpdateDate,
        };
        var db = _scopes.Db;
        db.Insert(node);
        var path = Path(master, node.Id);
        db.Set<NodeRow>().Where(row => row.Id == node.Id).ExecuteUpdate(set => set.SetProperty(row => row.Path, path));
        db.Insert(new TemplateRow { Id = node.Id, Alias = entity.Alias });
        entity.Id = node.Id;
        entity.Path = path;
    }

    private void Update(ITemplate entity, TemplateRow? master)
    {
        entity.UpdatingEntity();
        var db = _scopes.Db;
        var current = _all.Value.Single(row => row.Id == entity.Id).Node;
        var (name, nameKey) = (entity.Name, NodeStore.NameKey(entity.Name));
        db.Set<NodeRow>().Where(row => row.Id == entity.Id).ExecuteUpdate(set => set
            .SetProperty(row => row.Key, entity.Key)
            .SetProperty(row => row.Name, name)
            .SetProperty(row => row.NameKey, nameKey)
            .SetProperty(row => row.UpdateDate, entity.UpdateDate));
        db.Set<TemplateRow>().Where(row => row.Id == entity.Id).ExecuteUpdate(set => set.SetProperty(row => row.Alias, entity.Alias));
        if (current.ParentId != (master?.Id ?? Constants.System.Root))
        {
            MoveBranch(current, master?.Node.Path ?? Constants.System.RootString, master?.Id ?? Constants.System.Root, (master?.Node.Level ?? 0) + 1);
        }

        entity.Path = Path(master, entity.Id);
    }

    private void MoveBranch(NodeRow node, string parentPath, int parentId, int level)
    {
        var db = _scopes.Db;
        var path = string.Create(CultureInfo.InvariantCulture, $"{parentPath},{node.Id}");
        foreach (var row in _all.Value.Where(row => row.Id == node.Id || row.Node.Path.StartsWith(node.Path + ",", StringComparison.Ordinal)))
        {
            var (newPath, newLevel) = (path + row.Node.Path[node.Path.Length..], row.Node.Level - node.Level + level);
            db.Set<NodeRow>().Where(other => other.Id == row.Id).ExecuteUpdate(set => set
                .SetProperty(other => other.Path, newPath)
                .SetProperty(other => other.Level, newLevel));
        }

        db.Set<NodeRow>().Where(row => row.Id == node.Id).ExecuteUpdate(set => set.SetProperty(row => row.ParentId, parentId));
    }

    private static string Path(TemplateRow? master, int id) =>
        string.Create(CultureInfo.InvariantCulture, $"{master?.Node.Path ?? Constants.System.RootString},{id}");

    private IQueryable<TemplateRow> Matching(IQuery<ITemplate> query) =>
        ((EfQuery<ITemplate>)query).Apply(_scopes.Db.Set<TemplateRow>().AsNoTracking(), Map);

    private ITemplate[] Models(Func<TemplateRow, bool> filter)
    {
        var all = _all.Value;
        var byId = all.ToDictionary(row => row.Id);
        var masters = all.Select(row => row.Node.ParentId).ToHashSet();
        return [.. all.Where(filter).Select(row => ToModel(row, byId.GetValueOrDefault(row.Node.ParentId), masters.Contains(row.Id)))];
    }

    private Template ToModel(TemplateRow row, TemplateRow? master, bool isMaster)
    {
        var model = new Template(_strings, row.Node.Name, row.Alias, file => _files.Read(((Template)file).Alias))
        {
            Id = row.Id,
            Key = row.Node.Key,
            Path = row.Node.Path,
            CreateDate = row.Node.CreateDate,
            UpdateDate = row.Node.UpdateDate,
            IsMasterTemplate = isMaster,
            MasterTemplateAlias = master?.Alias,
            MasterTemplateId = new Lazy<int>(master?.Id ?? Constants.System.Root),
            VirtualPath = "/" + TemplateFiles.FileName(row.Alias),
        };
        model.ResetDirtyProperties(false);
        return model;
    }
}

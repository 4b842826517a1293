using Deventer4GlobalGoals.Cms.Persistence;
using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.ContentTypes;
using Deventer4GlobalGoals.Cms.Persistence.DataTypes;
using Deventer4GlobalGoals.Cms.Persistence.Languages;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Templates;
using Deventer4GlobalGoals.Cms.Scoping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence;

/// <summary>A database file of its own with scopes over it, for repositories that need no more than that.</summary>
public sealed class RepositoryWorld : IDisposable
{
    private int _number;

    public RepositoryWorld(DbCommandCounter? counter = null)
    {
        Folder = Directory.CreateTempSubdirectory("d4gg-").FullName;
        var builder = new DbContextOptionsBuilder<SqliteCmsDb>().UseSqlite($"Data Source={Path.Combine(Folder, "test.sqlite")};Pooling=False");
        Counter = counter ?? new DbCommandCounter();
        builder.AddInterceptors(Counter);
        var databases = new Databases(builder.Options);
        using (var database = databases.Create())
        {
            database.Database.EnsureCreated();
        }

        EfScopeProvider? scopes = null;
        var locks = new RelationalLocks(new Lazy<EfScopeProvider>(() => scopes!));
        var files = new FileSystems(NullLoggerFactory.Instance, Io, Options.Create(new GlobalSettings()), Hosting);
        Scopes = scopes = new EfScopeProvider(databases, locks, NullLoggerFactory.Instance, files, new EventAggregator(_ => Array.Empty<object>()));
        Languages = new LanguageRepository(Scopes);
        Strings = new DefaultShortStringHelper(new DefaultShortStringHelperConfig().WithDefault(new RequestHandlerSettings()));
        TemplateFiles = new TemplateFiles(files, Options.Create(new RuntimeSettings { Mode = RuntimeMode.Development }));
        Types = new ContentTypeSet(Scopes, Strings, new Lazy<ITemplateRepository>(() => new TemplateRepository(Scopes, Strings, TemplateFiles)));
    }

    public string Folder { get; }

    public DbCommandCounter Counter { get; }

    public EfScopeProvider Scopes { get; }

    public LanguageRepository Languages { get; }

    public ContentTypeSet Types { get; }

    public IShortStringHelper Strings { get; }

    public TemplateFiles TemplateFiles { get; }

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    public IIOHelper Io => new IOHelperLinux(Hosting);

    public TestHosting Hosting => new(Folder);

    /// <summary>Does something in a scope of its own and commits it.</summary>
    public void Do(Action work)
    {
        using var scope = Scopes.CreateCoreScope();
        work();
        scope.Complete();
    }

    /// <summary>Asks something in a scope of its own.</summary>
    public T Ask<T>(Func<T> question)
    {
        using var scope = Scopes.CreateCoreScope(autoComplete: true);
        return question();
    }

    public NodeRow Node(Guid objectType, string name, NodeRow? parent = null, bool trashed = false)
    {
        var node = new NodeRow
        {
            Key = Guid.NewGuid(),
            NodeObjectType = objectType,
            ParentId = parent?.Id ?? Constants.System.Root,
            Level = (parent?.Level ?? 0) + 1,
            SortOrder = _number++,
            Name = name,
            NameKey = NodeStore.NameKey(name),
            Trashed = trashed,
        };
        Do(() =>
        {
            Scopes.Db.Add(node);
            Scopes.Db.SaveChanges();
            node.Path = $"{parent?.Path ?? Constants.System.RootString},{node.Id}";
            Scopes.Db.SaveChanges();
        });
        return node;
    }

    public Language Language(string isoCode, string name)
    {
        var language = new Language(isoCode, name) { IsDefault = isoCode == "nl" };
        Do(() => Languages.Save(language));
        return language;
    }

    /// <summary>A document type with text properties of the given aliases.</summary>
    public ContentTypeRow Type(string alias, params string[] properties)
    {
        var dataType = Node(Constants.ObjectTypes.DataType, alias + " tekst");
        var node = Node(Constants.ObjectTypes.DocumentType, alias);
        var row = new ContentTypeRow { Id = node.Id, Alias = alias, AllowedContentTypes = "[]", AllowedTemplates = "[]" };
        Do(() =>
        {
            Scopes.Db.Add(new DataTypeRow { Id = dataType.Id, EditorAlias = "Umbraco.TextBox", DatabaseType = "Nvarchar", Configuration = "{}" });
            row.Properties.AddRange(properties.Select(property => new PropertyTypeRow
            {
                Key = Guid.NewGuid(), ContentTypeId = node.Id, DataTypeId = dataType.Id, Alias = property, Name = property,
            }));
            Scopes.Db.Add(row);
            Scopes.Db.SaveChanges();
            Types.Changed();
        });
        return row;
    }

    public NodeRow Document(ContentTypeRow type, string name, bool published = true, NodeRow? parent = null, bool trashed = false)
    {
        var node = Node(Constants.ObjectTypes.Document, name, parent, trashed);
        Do(() =>
        {
            Scopes.Db.Add(new ContentRow { Id = node.Id, ContentTypeId = type.Id, Published = published });
            Scopes.Db.SaveChanges();
        });
        return node;
    }

    public int Version(NodeRow document, DateTime date, bool current = false, bool published = false, VersionData? data = null)
    {
        var row = new ContentVersionRow
        {
            ContentId = document.Id, VersionDate = date, Current = current, Published = published, Data = (data ?? VersionData.Empty).ToJson(),
        };
        Do(() =>
        {
            Scopes.Db.Add(row);
            Scopes.Db.SaveChanges();
        });
        return row.Id;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class Databases(DbContextOptions<SqliteCmsDb> options) : ICmsDbFactory
    {
        public CmsDb Create() => new SqliteCmsDb(options);
    }
}

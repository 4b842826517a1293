using Deventer4GlobalGoals.Cms.Scoping;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

/// <summary>The hosted CMS over a database of its own, filled with the <see cref="ContractSchema"/>: one per test class.</summary>
public abstract class CmsFixture : IAsyncLifetime
{
    public static readonly Guid SuperUser = Constants.Security.SuperUserKey;

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-cms-").FullName;
    private CmsHost? _host;
    private CmsDatabase? _database;

    public CmsHost Host => _host!;

    public string Folder => _folder;

    public CmsDatabase Database => _database!;

    public IContentService Contents => Get<IContentService>();

    public IContentTypeService Types => Get<IContentTypeService>();

    public EfScopeProvider Scopes => Get<EfScopeProvider>();

    public IPublishedContentCache Published => Get<IPublishedContentCache>();

    internal NotificationLog Log => Get<NotificationLog>();

    public T Get<T>()
        where T : notnull => Host.Get<T>();

    public virtual async Task InitializeAsync()
    {
        SqlWatch.Listen();
        _database = (await TemplateAsync()).CopyTo(_folder);
        _host = await CmsHost.StartAsync(_database, _folder);
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A saved page that doesn't vary, with its name as title.</summary>
    public IContent Page(string name, IContent? parent = null)
    {
        var page = Contents.Create(name, parent?.Id ?? Constants.System.Root, "page");
        page.SetValue("title", name);
        Assert.Equal(OperationResultType.Success, Contents.Save(page).Result);
        return page;
    }

    public IContent PublishedPage(string name, IContent? parent = null)
    {
        var page = Page(name, parent);
        Publish(page);
        return Fresh(page);
    }

    /// <summary>A saved article with a name and a title in each of the cultures.</summary>
    public IContent Article(string name, params string[] cultures)
    {
        var article = Contents.Create(name, Constants.System.Root, "article");
        foreach (var culture in cultures)
        {
            article.SetCultureName($"{name} {culture}", culture);
            article.SetValue("title", $"{name} {culture}", culture);
        }

        Assert.Equal(OperationResultType.Success, Contents.Save(article).Result);
        return article;
    }

    public void Publish(IContent page, params string[] cultures)
    {
        var result = Contents.Publish(page, cultures is [] ? ["*"] : cultures);
        Assert.True(result.Success, result.Result.ToString());
    }

    /// <summary>The document as it stands in the database.</summary>
    public IContent Fresh(IContent page) => Contents.GetById(page.Key)!;

    public IContent[] Children(IContent parent) => [.. Contents.GetPagedChildren(parent.Id, 0, 1000, out _, null, null, null)];

    /// <summary>What visitors get, or null.</summary>
    public IPublishedContent? Visible(IContent page) => Published.GetById(preview: false, page.Key);

    /// <summary>Does something in a host of its own over the same database, as another process would.</summary>
    public async Task InAnotherProcessAsync(Func<CmsHost, Task> work)
    {
        try
        {
            await using var other = await CmsHost.StartAsync(Database, Folder);
            await work(other);
        }
        finally
        {
            StaticServiceProvider.Instance = Host.Services;
        }
    }

    /// <summary>Asks the database itself.</summary>
    public T Rows<T>(Func<Cms.Persistence.CmsDb, T> question)
    {
        using var database = Get<Cms.Persistence.ICmsDbFactory>().Create();
        return question(database);
    }

    /// <summary>An empty database in which the schema can be made once, to be copied for every fixture.</summary>
    protected abstract Task<CmsDatabase> TemplateAsync();

    protected static async Task<CmsDatabase> FillAsync(CmsDatabase empty, string folder)
    {
        await using var host = await CmsHost.StartAsync(empty, folder);
        await ContractSchema.CreateAsync(host);
        return empty;
    }
}

/// <inheritdoc/>
public sealed class SqliteCms : CmsFixture
{
    private static readonly Lazy<Task<CmsDatabase>> Template = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("d4gg-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return FillAsync(CmsDatabase.Sqlite(Path.Combine(folder, "template.sqlite")), folder);
    });

    protected override Task<CmsDatabase> TemplateAsync() => Template.Value;
}

/// <inheritdoc/>
public sealed class PostgresCms : CmsFixture
{
    private static readonly Lazy<Task<CmsDatabase>> Template = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("d4gg-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return FillAsync(CmsDatabase.Postgres(PostgresCluster.Instance.NewDatabase()), folder);
    });

    public override Task InitializeAsync() => PostgresCluster.Missing is null ? base.InitializeAsync() : Task.CompletedTask;

    protected override Task<CmsDatabase> TemplateAsync() => Template.Value;
}

using System.Globalization;
using System.Text.Json;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Demo;

/// <summary>Adds generated items as an editor would: create, fill in, save and publish.</summary>
internal sealed class DemoWriter(ICoreScopeProvider scopes, IContentService contents, IContentTypeService types)
{
    private const string Dutch = Content.SitePage.DefaultCulture;
    private const int MostLists = 100;

    private readonly Dictionary<string, IContent> _parents = new(StringComparer.Ordinal);
    private readonly List<Guid> _organisations = [];
    private Guid? _resultType;

    /// <summary>Adds all of them, or none.</summary>
    /// <exception cref="DemoException">The site has no place for an item, or refuses it.</exception>
    public void Add(IEnumerable<DemoItem> items)
    {
        using var scope = scopes.CreateCoreScope();
        foreach (var item in items)
        {
            Add(item);
        }

        scope.Complete();
    }

    private void Add(DemoItem item)
    {
        var page = contents.Create(item.Name, Parent(item.Parent), item.Type);
        if (page.ContentType.VariesByCulture())
        {
            page.SetCultureName(item.Name, Dutch);
        }

        Fill(page, item);
        var published = contents.SaveAndPublish(page, page.ContentType.VariesByCulture() ? [Dutch] : []);
        if (!published.Success)
        {
            var invalid = published.InvalidProperties?.Select(property => property.Alias) ?? [];
            throw new DemoException($"'{item.Name}' can't be published: {published.Result} {string.Join(", ", invalid)}".TrimEnd() + ".");
        }

        if (item.OrganisationsAlias is null)
        {
            _organisations.Add(page.Key);
        }
    }

    private void Fill(IContent page, DemoItem item)
    {
        foreach (var (alias, value) in item.Values)
        {
            Set(page, alias, value);
        }

        if (item.OrganisationsAlias is { } organisations && item.Organisations.Count > 0)
        {
            Set(page, organisations, string.Join(',', item.Organisations.Select(index => new GuidUdi(Constants.UdiEntityType.Document, _organisations[index]).ToString())));
        }

        if (item.Result is { } result)
        {
            Set(page, "results", Block(result));
        }
    }

    private static void Set(IContent page, string alias, object value)
    {
        if (page.Properties.FirstOrDefault(property => property.Alias == alias) is not { } property)
        {
            throw new DemoException($"The document type {page.ContentType.Alias} has no property {alias}: run 'usync import' first.");
        }

        property.SetValue(value, property.PropertyType.VariesByCulture() ? Dutch : null);
    }

    private IContent Parent(string type)
    {
        if (_parents.Count == 0)
        {
            foreach (var list in contents.GetRootContent().SelectMany(home => contents.GetPagedChildren(home.Id, 0, MostLists, out _, null, null, Ordering.By("sortOrder"))))
            {
                _parents.TryAdd(list.ContentType.Alias, list);
            }
        }

        return _parents.GetValueOrDefault(type) is { Published: true } parent
            ? parent
            : throw new DemoException($"There is no published page of the type {type} to put them under: run 'usync import' first.");
    }

    private string Block(DemoResult result)
    {
        var key = result.Key.ToString("D", CultureInfo.InvariantCulture);
        var type = _resultType ??= types.Get("result")?.Key ?? throw new DemoException("There is no element type result: run 'usync import' first.");
        object Value(string alias, string editor, object value) => new { alias, editorAlias = editor, culture = (string?)null, segment = (string?)null, value };
        return JsonSerializer.Serialize(new
        {
            layout = new Dictionary<string, object>
            {
                [Constants.PropertyEditors.Aliases.BlockList] = new[] { new { contentUdi = (string?)null, settingsUdi = (string?)null, contentKey = key, settingsKey = (string?)null } },
            },
            contentData = new[]
            {
                new
                {
                    contentTypeKey = type,
                    udi = (string?)null,
                    key,
                    values = new[]
                    {
                        Value("figure", Constants.PropertyEditors.Aliases.Decimal, result.Figure),
                        Value("unit", Constants.PropertyEditors.Aliases.TextBox, result.Unit),
                        Value("year", Constants.PropertyEditors.Aliases.Integer, result.Year),
                    },
                },
            },
            settingsData = Array.Empty<object>(),
            expose = new[] { new { contentKey = key, culture = (string?)null, segment = (string?)null } },
        });
    }
}

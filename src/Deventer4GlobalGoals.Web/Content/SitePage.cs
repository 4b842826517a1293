using Deventer4GlobalGoals.Goals;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Content;

/// <summary>
/// What every page has. Texts are asked for in a culture and fall back to Dutch; nothing here depends on a request.
/// </summary>
public abstract class SitePage(IPublishedContent content, IPublishedValueFallback fallback) : PublishedContentModel(content, fallback)
{
    /// <summary>The culture that every page has, and that others fall back to.</summary>
    public const string DefaultCulture = "nl";

    public PageText SeoTitle(string culture) => Text("seoTitle", culture);

    public PageText SeoDescription(string culture) => Text("seoDescription", culture);

    public bool HideFromSearchEngines => Flag("hideFromSearchEngines");

    public string? Source => Plain("source");

    public bool IsDemo => Flag("demo");

    public MediaWithCrops? HeaderImage => Get<MediaWithCrops>("headerImage");

    public IReadOnlyList<Contribution> Contributions => Get<IReadOnlyList<Contribution>>("contributions") ?? [];

    /// <summary>Whether the page itself exists in this culture. Where it doesn't, its Dutch version is linked to.</summary>
    public bool Has(string culture) => this.IsInvariantOrHasCulture(culture);

    public PageText Title(string culture) =>
        Cultures.TryGetValue(culture, out var own) ? new PageText(own.Name)
        : Cultures.TryGetValue(DefaultCulture, out var dutch) ? new PageText(dutch.Name, DefaultCulture)
        : new PageText(Name ?? string.Empty);

    protected PageText Text(string alias, string culture) =>
        Varying<string>(alias, culture) is var (text, lang) && !string.IsNullOrWhiteSpace(text) ? new PageText(text.Trim(), lang) : PageText.Empty;

    protected PageHtml Html(string alias, string culture) =>
        Varying<IHtmlEncodedString>(alias, culture) is var (html, lang) && html?.ToHtmlString() is { Length: > 0 } markup
            ? new PageHtml(markup, lang)
            : PageHtml.Empty;

    /// <summary>The value when the editor gave one of this type; a number that was never filled in is null, not 0.</summary>
    protected T? Get<T>(string alias) =>
        GetProperty(alias) is { } property && property.HasValue() && property.GetValue() is T value ? value : default;

    protected string? Plain(string alias) => Get<string>(alias) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    protected bool Flag(string alias) => Get<bool>(alias);

    protected IReadOnlyList<string> Choices(string alias) => [.. Get<IEnumerable<string>>(alias) ?? []];

    /// <summary>A drop-down with one choice gives a string or a list of one, by its settings.</summary>
    protected string? Choice(string alias) => GetProperty(alias)?.GetValue() switch
    {
        string text when !string.IsNullOrWhiteSpace(text) => text,
        IEnumerable<string> texts => texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)),
        _ => null,
    };

    /// <summary>A picker gives one page or a list of them, by its settings.</summary>
    protected IReadOnlyList<T> Picked<T>(string alias)
        where T : class, IPublishedContent => GetProperty(alias)?.GetValue() switch
        {
            T one => [one],
            IEnumerable<IPublishedContent> many => [.. many.OfType<T>()],
            _ => [],
        };

    protected T? PickedOne<T>(string alias)
        where T : class, IPublishedContent => Picked<T>(alias) is [var first, ..] ? first : null;

    /// <summary>What an editor chose, shown at this moment or not, without making a page of each.</summary>
    protected IReadOnlyList<Guid> PickedKeys(string alias) => GetProperty(alias)?.GetSourceValue() is string { Length: > 0 } udis
        ? [.. udis.Split(',').Select(udi => UdiParser.TryParse(udi, out GuidUdi? parsed) ? parsed.Guid : (Guid?)null).OfType<Guid>()]
        : [];

    protected IReadOnlyList<T> Blocks<T>(string alias)
        where T : class, IPublishedElement =>
        [.. (Get<Umbraco.Cms.Core.Models.Blocks.BlockListModel>(alias) ?? Umbraco.Cms.Core.Models.Blocks.BlockListModel.Empty).Select(block => block.Content).OfType<T>()];

    protected IReadOnlyList<Link> Urls(string alias) => GetProperty(alias)?.GetValue() switch
    {
        Link one => [one],
        IEnumerable<Link> many => [.. many],
        _ => [],
    };

    private (T? Value, string? Lang) Varying<T>(string alias, string culture)
    {
        if (GetProperty(alias) is not { } property)
        {
            return (default, null);
        }

        var isOwn = !property.PropertyType.VariesByCulture() || culture == DefaultCulture || property.HasValue(culture);
        return (property.GetValue(isOwn ? culture : DefaultCulture) is T value ? value : default, isOwn ? null : DefaultCulture);
    }
}

using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>Gathers what the page with the form shows.</summary>
public sealed class EditPages(
    ItemForm form,
    IContentService contents,
    IContentVersionService versions,
    ILanguageService languages,
    IUserService users,
    IPublishedUrlProvider urls,
    ItemUses uses,
    CheckedPages checks,
    BesideLanguage besides)
{
    private const int MostVersions = 10;

    /// <summary>The languages of the site, the default one first.</summary>
    public async Task<IReadOnlyList<ILanguage>> LanguagesAsync() =>
        [.. (await languages.GetAllAsync()).OrderByDescending(language => language.IsDefault).ThenBy(language => language.IsoCode, StringComparer.Ordinal)];

    /// <summary>The culture in which an item is edited: the one that is asked for, or the default one when it is unknown or the item has no languages.</summary>
    public async Task<string> CultureAsync(IContent item, string? asked) => Language(item, asked, await LanguagesAsync()).IsoCode;

    /// <summary>Every language with how the item stands in it, the default one first; none for an item that has no languages.</summary>
    public async Task<IReadOnlyList<(string Culture, string Name, ItemState State)>> CulturesAsync(IContent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.ContentType.Variations.HasFlag(ContentVariation.Culture)
            ? [.. (await LanguagesAsync()).Select(one => (one.IsoCode, one.CultureName, ItemStates.Of(item, one.IsoCode)))]
            : [];
    }

    /// <summary>Without a culture, or with an unknown one, in the default one; with what was typed, or else with what is stored.</summary>
    /// <param name="item">What is edited.</param>
    /// <param name="culture">In which language.</param>
    /// <param name="viewer">Who edits.</param>
    /// <param name="typed">What somebody typed.</param>
    /// <param name="result">What came of saving.</param>
    /// <param name="beside">The language that is asked for beside it: see <see cref="BesideLanguage"/>.</param>
    public async Task<EditPage> MakeAsync(IContent item, string? culture, Viewer viewer, FieldData? typed = null, SaveResult? result = null, string? beside = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        var all = await LanguagesAsync();
        var varies = item.ContentType.Variations.HasFlag(ContentVariation.Culture);
        var language = Language(item, culture, all);
        var groups = form.Groups(item.ContentType.Key, language.IsDefault);
        var cultures = await CulturesAsync(item);
        var data = typed ?? form.Read(item, language.IsoCode, groups);
        var schedule = contents.GetContentScheduleByContentId(item.Id);
        var (used, total) = await uses.OfAsync(item);
        return new EditPage
        {
            Item = item,
            Culture = language.IsoCode,
            Cultures = cultures,
            BesideAsked = beside,
            Beside = besides.Of(item, language.IsoCode, cultures, groups, data, beside),
            IsDefaultCulture = language.IsDefault,
            Groups = groups,
            Data = data,
            Crumbs = Crumbs(item),
            Versions = await VersionsAsync(item, varies ? language.IsoCode : null, MostVersions),
            MayPublish = ItemAccess.MayPublish(viewer),
            Problems = result?.Problems ?? new Dictionary<string, IReadOnlyList<string>>(),
            Conflicts = result?.Conflicts ?? [],
            Url = Url(item, language.IsoCode),
            Release = Moment(schedule, ContentScheduleAction.Release, language.IsoCode),
            Expire = Moment(schedule, ContentScheduleAction.Expire, language.IsoCode),
            Uses = used,
            Users = total,
            Below = uses.Below(item),
            Findings = ItemStates.Of(item, language.IsoCode) == ItemState.Absent && !language.IsDefault ? [] : checks.Find(item, language.IsoCode),
        };
    }

    public async Task<IReadOnlyList<ItemVersion>> VersionsAsync(IContent item, string? culture, int most)
    {
        ArgumentNullException.ThrowIfNull(item);
        var found = await versions.GetPagedContentVersionsAsync(item.Key, culture, 0, most);
        return !found.Success || found.Result is null
            ? []
            : [.. found.Result.Items.Select(version => new ItemVersion(
                version.VersionId,
                new DateTimeOffset(DateTime.SpecifyKind(version.VersionDate, DateTimeKind.Utc)),
                users.GetUserById(version.UserId)?.Name ?? string.Empty,
                version.CurrentPublishedVersion,
                version.CurrentDraftVersion))];
    }

    public IReadOnlyList<ItemCrumb> Crumbs(IContent item) =>
        [.. contents.GetAncestors(item).OrderBy(one => one.Level).Select(one => new ItemCrumb(one.Key, one.GetCultureName(Content.SitePage.DefaultCulture) ?? one.Name ?? string.Empty))];

    private static ILanguage Language(IContent item, string? asked, IReadOnlyList<ILanguage> all) =>
        (item.ContentType.Variations.HasFlag(ContentVariation.Culture) ? all.FirstOrDefault(one => one.IsoCode == asked) : null) ?? all[0];

    private string? Url(IContent item, string culture)
    {
        if (!item.Published || (item.ContentType.Variations.HasFlag(ContentVariation.Culture) && !item.IsCulturePublished(culture)))
        {
            return null;
        }

        var url = urls.GetUrl(item.Key, UrlMode.Relative, culture);
        return string.IsNullOrEmpty(url) || url.StartsWith('#') ? null : url;
    }

    private static DateTimeOffset? Moment(ContentScheduleCollection schedule, ContentScheduleAction action, string culture)
    {
        var found = schedule.FullSchedule.FirstOrDefault(entry => entry.Action == action && (entry.Culture == culture || entry.Culture == "*"));
        return found is null ? null : new DateTimeOffset(DateTime.SpecifyKind(found.Date, DateTimeKind.Utc));
    }
}

using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentPublishing;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>Puts a whole page on the site, in every language that it has, when nothing is wrong with it.</summary>
public sealed class ItemPublishing(CheckedPages checks, IContentPublishingService publishing)
{
    /// <summary>The languages that it has; null for a page without.</summary>
    public static IEnumerable<string?> Cultures(IContent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.ContentType.Variations.HasFlag(ContentVariation.Culture) ? item.AvailableCultures : Enumerable.Repeat<string?>(null, 1);
    }

    /// <summary>Whether the checks keep it from going online.</summary>
    public bool HasErrors(IContent item) => Cultures(item).Any(culture => checks.Find(item, culture ?? SitePage.DefaultCulture).Any(finding => finding.Rule.IsError));

    /// <summary>Puts one language of it on the site as well, when there is something to put.</summary>
    /// <returns>False when something is wrong with it, or Umbraco refuses.</returns>
    public async Task<bool> PublishAsync(IContent item, string culture, Account by)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(by);
        return ItemStates.Of(item, culture) is ItemState.Draft or ItemState.Changed
            && !checks.Find(item, culture).Any(finding => finding.Rule.IsError)
            && (await publishing.PublishAsync(item.Key, [new CulturePublishScheduleModel { Culture = culture }], by.Key)).Success;
    }

    /// <returns>False when something is wrong with it, or Umbraco refuses.</returns>
    public async Task<bool> PublishAsync(IContent item, Account by)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(by);
        return !HasErrors(item)
            && (await publishing.PublishAsync(item.Key, [.. Cultures(item).Select(culture => new CulturePublishScheduleModel { Culture = culture })], by.Key)).Success;
    }
}

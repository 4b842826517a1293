using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Web.Content;

/// <summary>Changes one value of a page that is on the site, without what an editor is writing meanwhile going online with it.</summary>
public sealed class OnlineValues(IContentService contents, ICoreScopeProvider scopes, IUmbracoContextFactory contexts)
{
    /// <summary>Puts a value that is the same in all languages on the page, and that page on the site. What an editor is writing stays a draft, with the new value.</summary>
    /// <param name="key">Of the page.</param>
    /// <param name="type">The alias of its type.</param>
    /// <param name="alias">Of the property.</param>
    /// <param name="value">As it is stored.</param>
    /// <param name="userId">Who does it; -1 for nobody in particular.</param>
    /// <returns>False when it isn't on the site, or can't be published.</returns>
    public bool Put(Guid key, string type, string alias, object value, int userId = -1)
    {
        using var context = contexts.EnsureUmbracoContext();
        using var scope = scopes.CreateCoreScope();
        scope.EagerWriteLock(Constants.Locks.ContentTree);
        if (contents.GetById(key) is not { Published: true, Trashed: false } item || item.ContentType.Alias != type)
        {
            return false;
        }

        var draft = item.Edited ? contents.GetById(key) : null;
        if (draft is not null)
        {
            // Of the same version Umbraco copies what is on the site, but names as they are being written.
            var names = item.PublishedCultures.Select(culture => (Culture: culture, Name: item.GetPublishName(culture))).ToList();
            item.CopyFrom(draft);
            names.ForEach(name => item.SetCultureName(name.Name, name.Culture));
        }

        item.SetValue(alias, value);
        if (!contents.Save(item, userId).Success || !contents.Publish(item, [.. item.PublishedCultures], userId).Success)
        {
            return false;
        }

        if (draft is not null && contents.GetById(key) is { } again)
        {
            again.CopyFrom(draft);
            again.SetValue(alias, value);
            contents.Save(again, userId);
        }

        scope.Complete();
        return true;
    }
}

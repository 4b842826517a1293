using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>Whether an address leads somewhere on this site: to a page that is online, a file, or one of the site's own addresses.</summary>
public sealed class LinkTargets(
    IContentService contents,
    IMediaService media,
    IDocumentUrlService routes,
    IRedirectUrlService redirects,
    MediaFileManager files,
    EndpointDataSource endpoints,
    IWebHostEnvironment host,
    IOptionsMonitor<WebRoutingSettings> routing)
{
    private static readonly (string Prefix, string Culture)[] Languages = [("/en", "en-US"), ("/de", "de-DE"), ("", "nl")];

    private readonly Lazy<List<TemplateMatcher>> _own = new(() => [.. endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText is { Length: > 0 } text && !text.Contains("{*", StringComparison.Ordinal) && !text.TrimStart('/').StartsWith("umbraco", StringComparison.Ordinal))
        .Select(endpoint => new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!.TrimStart('/')), []))]);

    /// <summary>What is elsewhere is taken for right; nothing is asked of other sites.</summary>
    public bool Leads(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var local = Local(address.Trim());
        if (local.StartsWith("/{localLink:", StringComparison.OrdinalIgnoreCase))
        {
            return Key(local["/{localLink:".Length..].Split('}')[0]) is { } key && (Leads(key) || media.GetById(key) is { Trashed: false });
        }

        var path = local.Split('?', '#')[0];
        return local.Length == 0 || local[0] == '#' || IsElsewhere(local) || (path is ['/', ..] && (HasPage(path) || HasFile(path) || IsOwn(path)));
    }

    /// <summary>Whether an address may lead to something on this site, now or later.</summary>
    public bool IsOfSite(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var local = Local(address.Trim());
        return local.Length > 0 && local[0] != '#' && !IsElsewhere(local);
    }

    /// <summary>Whether this page is online.</summary>
    public bool Leads(Guid page) => contents.GetById(page) is { Trashed: false, Published: true };

    /// <summary>Whether this page is still there, online or not: what was picked before it went online is right.</summary>
    public bool Exists(Guid page) => contents.GetById(page) is { Trashed: false };

    /// <summary>A full address on this site as a path.</summary>
    private string Local(string address) =>
        routing.CurrentValue.UmbracoApplicationUrl is { Length: > 0 } site && address.StartsWith(site.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase)
            ? address[site.TrimEnd('/').Length..]
            : address;

    private static bool IsElsewhere(string address) =>
        address.StartsWith("//", StringComparison.Ordinal)
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsFile && address[0] != '/');

    private bool HasPage(string path)
    {
        if (contents.GetRootContent().FirstOrDefault() is not { } home)
        {
            return false;
        }

        foreach (var (prefix, culture) in Languages)
        {
            if (prefix.Length > 0 && path != prefix && !path.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var route = path[prefix.Length..] is { Length: > 0 } rest ? rest : "/";
            if (routes.GetDocumentKeyByRoute(route, culture, home.Id, isDraft: false) is not null
                || redirects.GetMostRecentRedirectUrl(home.Id + route, culture) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasFile(string path) => path.StartsWith("/media/", StringComparison.OrdinalIgnoreCase)
        ? files.FileSystem.FileExists(path["/media/".Length..])
        : host.WebRootFileProvider.GetFileInfo(path).Exists;

    private bool IsOwn(string path) => _own.Value.Exists(matcher => matcher.TryMatch(path, new RouteValueDictionary()));

    private static Guid? Key(string reference) =>
        Guid.TryParse(reference, out var key) ? key : UdiParser.TryParse(reference, out Udi? udi) && udi is GuidUdi known ? known.Guid : null;
}

using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Site;

/// <summary>
/// Where this site is, for whatever names it in full: mail, feeds, canonical addresses, data. As <c>Umbraco:CMS:WebRouting:UmbracoApplicationUrl</c>
/// says, else as it was asked for.
/// </summary>
public sealed class SiteOrigin(IHttpContextAccessor http, IOptions<WebRoutingSettings> routing)
{
    /// <summary>"https://deventer4globalgoals.nl"; empty outside a request when nothing is configured.</summary>
    public string Current => routing.Value.UmbracoApplicationUrl is { Length: > 0 } configured ? configured.TrimEnd('/')
        : http.HttpContext is { } context ? $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}"
        : string.Empty;

    /// <summary>
    /// Whether <see cref="Current"/> can't have been made up by whoever asks: anybody can put a name in the Host header, and links go to others.
    /// True when it is configured, and on this machine.
    /// </summary>
    public bool IsKnown => routing.Value.UmbracoApplicationUrl is { Length: > 0 } || http.HttpContext?.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";
}

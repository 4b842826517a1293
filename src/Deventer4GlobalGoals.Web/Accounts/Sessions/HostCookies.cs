using Microsoft.AspNetCore.Authentication.Cookies;

namespace Deventer4GlobalGoals.Web.Accounts.Sessions;

/// <summary>
/// Over TLS a cookie is called <c>__Host-…</c>: browsers then take it from this very host only. Without TLS they refuse that name, so on
/// one's own machine it goes by its bare one.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}

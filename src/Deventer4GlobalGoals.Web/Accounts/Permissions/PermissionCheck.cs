namespace Deventer4GlobalGoals.Web.Accounts.Permissions;

/// <summary>Holds every request under /umbraco and /jury against the <see cref="PermissionTable"/>, before anything answers it.</summary>
internal sealed class PermissionCheck(RequestDelegate next)
{
    /// <summary>What stays open to an account that should have had a second step by now.</summary>
    private static readonly string[] OpenWithoutSecondStep = ["umbraco/account", "umbraco/sign-out", "umbraco/sign-in", "umbraco/language"];

    public Task InvokeAsync(HttpContext http, Viewer viewer, SecondStep secondStep)
    {
        if (http.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route } || !IsGuarded(route))
        {
            return next(http);
        }

        // What the desk shows is nobody else's: no cache on the way keeps it.
        var row = PermissionTable.Find(http.Request.Method, route);
        if (row?.Roles is not null || row is null)
        {
            http.Response.Headers.CacheControl = "no-store";
        }

        if (row is null)
        {
            return Refuse(http, StatusCodes.Status403Forbidden);
        }

        if (row.Roles is not null && viewer.Account is null)
        {
            return ToSignIn(http, "/umbraco/sign-in");
        }

        if (!row.Allows(viewer.Account?.Roles ?? AccountRoles.None))
        {
            return Refuse(http, StatusCodes.Status403Forbidden);
        }

        if (row.WantsProof && !viewer.HasProved)
        {
            return ToSignIn(http, "/umbraco/sign-in/again");
        }

        return viewer.Account is null || row.Roles is null ? next(http) : WithSecondStepAsync(http, route.TrimStart('/'), viewer.Account, secondStep);
    }

    private async Task WithSecondStepAsync(HttpContext http, string route, Account account, SecondStep secondStep)
    {
        if (!account.TwoFactorEnabled
            && !Array.Exists(OpenWithoutSecondStep, open => route.StartsWith(open, StringComparison.OrdinalIgnoreCase))
            && await secondStep.IsOverdueAsync(account))
        {
            http.Response.Redirect("/umbraco/account/code");
            return;
        }

        await next(http);
    }

    internal static bool IsGuarded(string route)
    {
        var path = route.TrimStart('/');
        return PermissionTable.Roots.Any(root => path.Equals(root, StringComparison.OrdinalIgnoreCase)
            || path.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Back to the page itself afterwards; from a form, to the page that it stood on.</summary>
    private static Task ToSignIn(HttpContext http, string page)
    {
        if (http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(http, StatusCodes.Status401Unauthorized);
        }

        var back = HttpMethods.IsGet(http.Request.Method)
            ? http.Request.Path + http.Request.QueryString
            : Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var referer) ? referer.PathAndQuery : "/umbraco";
        http.Response.Redirect($"{page}?returnUrl={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return status == StatusCodes.Status403Forbidden ? ForbiddenPage.WriteAsync(http) : Task.CompletedTask;
    }
}

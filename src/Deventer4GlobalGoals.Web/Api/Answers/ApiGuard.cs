namespace Deventer4GlobalGoals.Web.Api.Answers;

/// <summary>
/// The rules for everything below <c>/api</c>, also for what other features put there: version and security headers, open to other sites for
/// reading, no slash at the end, and problems instead of pages when something is wrong.
/// </summary>
internal sealed partial class ApiGuard(RequestDelegate next, ILogger<ApiGuard> logger)
{
    private static readonly PathString Root = "/api";

    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }

        http.Response.OnStarting(WriteHeaders, http.Response.Headers);
        if (IsPreflight(http.Request))
        {
            AnswerPreflight(http.Response);
        }
        else if (http.Request.Path.Value!.EndsWith('/'))
        {
            await ApiProblem.NotFound.SendAsync(http);
        }
        else
        {
            await RunAsync(http);
        }
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");

    private static void AnswerPreflight(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = "GET, HEAD";
        response.Headers.AccessControlAllowHeaders = "Accept, Accept-Language, If-None-Match";
        response.Headers.AccessControlMaxAge = "86400";
    }

    private static Task WriteHeaders(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers["API-Version"] = ApiVersion.Full;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "API-Version, Content-Language, ETag, Link";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Task.CompletedTask;
    }

    private async Task RunAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response.StatusCode >= StatusCodes.Status400BadRequest && !IsAnswered(http.Response))
            {
                await ApiProblem.Of(http.Response.StatusCode).SendAsync(http);
            }
        }
        catch (ApiProblemException wrong) when (!http.Response.HasStarted)
        {
            await wrong.Problem.SendAsync(http);
        }
        catch (BadHttpRequestException wrong) when (!http.Response.HasStarted)
        {
            await ApiProblem.Of(wrong.StatusCode).SendAsync(http);
        }
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            LogFailed(failure, http.Request.Path);
            await ApiProblem.Failed.SendAsync(http);
        }
    }

    private static bool IsAnswered(HttpResponse response) => response.HasStarted || response.ContentType is not null || response.ContentLength > 0;

    [LoggerMessage(Level = LogLevel.Error, Message = "The API failed at {Path}.")]
    private partial void LogFailed(Exception failure, PathString path);
}

/// <summary>The version of the API: its first part stands in every address, all of it in a header of every answer.</summary>
internal static class ApiVersion
{
    public const string Full = "1.0.0";
    public const string Base = "/api/v1";
}

using System.Security.Cryptography;
using Deventer4GlobalGoals.Cms.Kept;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Deventer4GlobalGoals.Web.Hosting.Kept;

/// <summary>
/// Sends what was answered before to the same question, as long as nothing that it shows changed. It stands in front of everything else, for
/// questions that anybody may ask: no cookie, no password or key, no preview. What is kept is a 200 without a cookie that says nothing of
/// caching itself, or that was said to be fit for it (<see cref="AnswerUse.MayBeKept"/>).
/// </summary>
internal sealed class KeptAnswers(RequestDelegate next, AnswerStore store, ContentChanges changes)
{
    /// <summary>Largest answer that is kept, in bytes.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    /// <summary>What "past" and "next" mean moves on by itself, so no page is kept longer than this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Places that differ by who asks, or tell how things are now.</summary>
    private static readonly PathString[] Never = ["/umbraco", "/jury", "/health", "/media"];

    /// <summary>Places where only what says so is kept.</summary>
    private static readonly PathString[] WhenSaid = ["/umbraco/delivery", "/api"];

    /// <summary>Files that are compressed already, and leave by the system's own way.</summary>
    private static readonly string[] Files = [".woff2", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".pdf", ".zip", ".mp4"];

    /// <summary>Headers that go with who asks, what part is asked for, or an own condition.</summary>
    private static readonly string[] Personal = ["Authorization", "Cookie", "Range", "If-Range", "Api-Key", "Preview"];

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!IsForAnybody(request))
        {
            return next(http);
        }

        var address = AnswerAddress.Of(request);
        if (store.Find(address, request.Headers) is { } kept)
        {
            return kept.SendAsync(http);
        }

        return HttpMethods.IsGet(request.Method) ? MakeAsync(http, address) : next(http);
    }

    private static bool IsForAnybody(HttpRequest request)
    {
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.ContentLength > 0)
        {
            return false;
        }

        foreach (var name in Personal)
        {
            if (request.Headers.ContainsKey(name))
            {
                return false;
            }
        }

        // By itself this condition is for who serves files; beside a tag it doesn't count.
        return (request.Headers.IfModifiedSince.Count == 0 || request.Headers.IfNoneMatch.Count > 0) && IsKeptHere(request.Path);
    }

    private static bool IsKeptHere(PathString path)
    {
        foreach (var file in Files)
        {
            if (path.Value!.EndsWith(file, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return !IsIn(path, Never) || IsIn(path, WhenSaid);
    }

    private static bool IsIn(PathString path, PathString[] places)
    {
        foreach (var place in places)
        {
            if (path.StartsWithSegments(place, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private async Task MakeAsync(HttpContext http, AnswerAddress address)
    {
        // Lists are brought up to date first: they tell what changed, and that must not look as if it came in between.
        changes.TakeUp();
        var begunAt = changes.Now;
        var use = AnswerUse.Begin();
        var (request, response) = (http.Request, http.Response);

        // The whole answer is wanted, for whoever comes next; whether this client has it already is seen at the end.
        var known = request.Headers.IfNoneMatch;
        request.Headers.Remove("If-None-Match");
        request.Headers.Remove("If-Modified-Since");

        // The first to register is the last to be called, when whoever adds headers at the last moment did so.
        Draft? draft = null;
        response.OnStarting(() =>
        {
            if (draft is not null && response.Headers.SetCookie.Count == 0)
            {
                store.Keep(draft.Answer(Kept(response.Headers), store.After(use.Longest ?? Longest)));
            }

            return Task.CompletedTask;
        });
        var client = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var held = new HeldBody(client.Stream, MostBytes, () => !TurnIntoUnchanged(response, known));
        http.Response.Body = held;
        try
        {
            await next(http);
            await response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(client);
            request.Headers.IfNoneMatch = known;
        }

        if (held.HasPassed)
        {
            return;
        }

        var body = held.ToArray();
        if (MayBeKept(http, use))
        {
            // Sent the way it will be sent from now on.
            draft = Describe(http, address, body, begunAt, use);
            response.ContentLength = null;
            await draft.Answer([], until: 0).SendAsync(http);
            await response.StartAsync(http.RequestAborted);
        }
        else if (!TurnIntoUnchanged(response, known) && body.Length > 0)
        {
            if (!response.HasStarted)
            {
                response.ContentLength = body.Length;
            }

            await response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private static bool MayBeKept(HttpContext http, AnswerUse use) =>
        http.Response.StatusCode == StatusCodes.Status200OK
        && !http.Response.HasStarted
        && http.Response.Headers.SetCookie.Count == 0
        && http.Response.Headers.ContentEncoding.Count == 0
        && !http.Response.Headers.Vary.Contains("*")
        && (use.Longest is not null || (http.Response.Headers.CacheControl.Count == 0 && !IsIn(http.Request.Path, WhenSaid)));

    private static Draft Describe(HttpContext http, AnswerAddress address, byte[] body, long begunAt, AnswerUse use)
    {
        var (request, headers) = (http.Request, http.Response.Headers);
        var etag = headers.ETag is [{ Length: > 2 } own] && own[0] == '"' ? own : $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
        var names = headers.Vary.SelectMany(line => (line ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var isEncodable = ContentCodings.IsFor(http.Response.ContentType, body.Length);
        if (isEncodable && !names.Contains("Accept-Encoding", StringComparer.OrdinalIgnoreCase))
        {
            headers.Vary = string.Join(", ", names.Append("Accept-Encoding"));
        }

        return new Draft(
            address,
            body,
            etag,
            begunAt,
            use,
            [.. names.Where(name => !name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase))
                .Select(name => KeyValuePair.Create(name, request.Headers[name]))],
            http.Response.ContentType,
            isEncodable);
    }

    private static KeyValuePair<string, StringValues>[] Kept(IHeaderDictionary headers) =>
        [.. headers.Where(header => header.Key is not ("Content-Length" or "Content-Type" or "Content-Encoding" or "ETag" or "Date" or "Server" or "Connection" or "Transfer-Encoding" or "Age"))];

    /// <summary>When the client has it: the answer becomes a 304 without a body.</summary>
    private static bool TurnIntoUnchanged(HttpResponse response, StringValues known)
    {
        if (known.Count == 0
            || response.HasStarted
            || response.StatusCode != StatusCodes.Status200OK
            || response.Headers.ETag is not [{ } tag]
            || !KeptAnswer.Matches(known, tag))
        {
            return false;
        }

        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentLength = null;
        response.ContentType = null;
        return true;
    }

    /// <summary>An answer that is to be kept, but for the headers that come last.</summary>
    private sealed record Draft(
        AnswerAddress Address,
        byte[] Body,
        string ETag,
        long BegunAt,
        AnswerUse Use,
        IReadOnlyList<KeyValuePair<string, StringValues>> Varies,
        string? ContentType,
        bool IsEncodable)
    {
        public KeptAnswer Answer(KeyValuePair<string, StringValues>[] headers, long until) => new(Address, Body, ETag, BegunAt)
        {
            Varies = Varies,
            Headers = headers,
            ContentType = ContentType,
            Shows = Use.Tags,
            Questions = Use.Questions,
            Until = until,
            IsEncodable = IsEncodable,
        };
    }
}

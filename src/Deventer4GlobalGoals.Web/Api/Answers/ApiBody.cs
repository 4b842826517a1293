using System.Security.Cryptography;
using Deventer4GlobalGoals.Cms.Kept;
using Microsoft.Net.Http.Headers;

namespace Deventer4GlobalGoals.Web.Api.Answers;

/// <summary>A whole answer, ready to be sent again. Its tag is strong: it is made of these very bytes.</summary>
internal sealed record ApiBody(byte[] Bytes, string ContentType)
{
    /// <summary>How long it is kept when nothing that it shows changes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public string ETag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 16))}\"";

    /// <summary>The languages of its texts; null when it has none.</summary>
    public string? Language { get; init; }

    /// <summary>Where the other pages of a list are (RFC 8288).</summary>
    public string? Link { get; init; }

    /// <summary>The name under which a browser saves it; null when it is shown.</summary>
    public string? FileName { get; init; }

    /// <summary>Kept on the server too; not when there are as many different answers as anybody cares to ask for.</summary>
    public bool IsKept { get; init; } = true;

    public async Task SendAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ETag = ETag;

        // To be kept, and asked for each time: what is published is there at the next request, and what did not change costs a 304.
        headers.CacheControl = "public, no-cache";
        headers.Vary = "Accept, Accept-Language";
        headers.ContentLanguage = Language;
        headers.Link = Link;
        if (IsKept)
        {
            AnswerUse.MayBeKept(Longest);
        }

        if (IsKnown(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = ContentType;
        http.Response.ContentLength = Bytes.Length;
        headers.ContentDisposition = FileName is null ? default : $"attachment; filename={FileName}";
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.BodyWriter.WriteAsync(Bytes, http.RequestAborted);
        }
    }

    private bool IsKnown(HttpRequest request) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(one => one.Tag == "*" || one.Compare(new EntityTagHeaderValue(ETag), useStrongComparison: false));
}

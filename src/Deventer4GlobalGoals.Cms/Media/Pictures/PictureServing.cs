using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Cms.Media.Pictures;

/// <summary>
/// Answers addresses of media files with a query that asks for a size. Sizes that we signed, and plain widths on the list, are made;
/// any other is refused, so that nobody fills the disk. Where nothing can make pictures, the file itself is the answer.
/// </summary>
internal sealed class PictureServing(
    PictureMaker maker,
    PictureKey key,
    MediaFolder folder,
    IOptionsMonitor<MediaOptions> options,
    IOptionsMonitor<ImagingSettings> settings)
{
    /// <summary>Seconds after which a visitor may try again when all places are taken.</summary>
    private const string Later = "2";

    /// <param name="context">The request.</param>
    /// <param name="files">The media folder.</param>
    /// <param name="next">Serves files as they are.</param>
    public async Task ServeAsync(HttpContext context, IFileProvider files, RequestDelegate next)
    {
        var request = context.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isRead
            || !request.Path.StartsWithSegments(folder.UrlPath, StringComparison.OrdinalIgnoreCase, out var rest)
            || !PictureRequest.IsAsked(request.Query)
            || PictureFormat.Fallback(rest.Value!) is not { } fallback)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var resize = settings.CurrentValue.Resize;
        if (PictureRequest.Read(request.Query, (resize.MaxWidth, resize.MaxHeight), out var problem) is not { } asked)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, problem!).ConfigureAwait(false);
            return;
        }

        if (!IsAllowed(request, asked))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, Unsigned()).ConfigureAwait(false);
            return;
        }

        var file = files.GetFileInfo(rest.Value!);
        if (!maker.IsAvailable || !file.Exists || file.PhysicalPath is not { } path || asked.Format is { } named && !maker.CanWrite(named))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var source = new PictureSource(rest.Value!.TrimStart('/'), path, file.Length, file.LastModified);
        await SendAsync(context, source, asked, asked.Format ?? PictureFormat.Negotiate(request, fallback, maker.CanWrite)).ConfigureAwait(false);
    }

    private async Task SendAsync(HttpContext context, PictureSource source, PictureRequest asked, PictureFormat format)
    {
        if (asked.Format is null)
        {
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        }

        try
        {
            var (content, tag) = await maker.GetAsync(source, asked, format, context.RequestAborted).ConfigureAwait(false);
            MediaHeaders.Set(context, format.MediaType, settings.CurrentValue.Cache.BrowserMaxAge);
            await TypedResults
                .File(content, format.MediaType, lastModified: source.LastModified, entityTag: new EntityTagHeaderValue($"\"{tag}\""), enableRangeProcessing: true)
                .ExecuteAsync(context)
                .ConfigureAwait(false);
        }
        catch (UnreadablePictureException)
        {
            await RefuseAsync(context, StatusCodes.Status422UnprocessableEntity, "This file cannot be read as a picture, or it is too large.").ConfigureAwait(false);
        }
        catch (RenderingBusyException)
        {
            context.Response.Headers.RetryAfter = Later;
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "Too many pictures are being made. Try again.").ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer.
        }
    }

    private bool IsAllowed(HttpRequest request, PictureRequest asked)
    {
        if (request.Query.TryGetValue(PictureRequest.SignatureParameter, out var signature))
        {
            var path = (request.PathBase + request.Path).Value!;
            return key.IsSigned(PictureUrls.Signed(path, PictureRequest.Canonical(request.Query)), signature.ToString());
        }

        return PictureRequest.IsPlainWidth(request.Query) && asked.Width is { } width && options.CurrentValue.Widths.Contains(width);
    }

    private string Unsigned()
    {
        var widths = string.Join(", ", options.CurrentValue.Widths.Order().Select(width => width.ToString(CultureInfo.InvariantCulture)));
        return $"This size has no valid signature. Ask for a width of {widths}, or use an address that this site made.";
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Site.Forms;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Desk.Library;

/// <summary>
/// For forms with files. A request that is larger than the site takes is read to its end all the same, as long as that is bearable: a browser that is cut off
/// while it sends shows nothing of the answer. Its files are thrown away and its texts kept, so that the form can say what is wrong and still has what was typed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>What is taken when <c>Umbraco:CMS:Runtime:MaxRequestLength</c> isn't set: Kestrel's own limit.</summary>
    private const long DefaultBytes = 30_000_000;

    private const long BytesInKilobyte = 1024;

    /// <summary>How many times too large a request is still read.</summary>
    private const int Bearable = 10;

    private const int MostTexts = 50;
    private const int LongestText = 4_000;

    private static readonly object Exceeded = new();

    /// <summary>Before the form is asked for its token, which is at 1000.</summary>
    public int Order => 500;

    /// <summary>Whether this request was too large. Its form has the texts, and no files.</summary>
    public static bool IsExceeded(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.ContainsKey(Exceeded);
    }

    /// <summary>Most that is taken at once, in bytes.</summary>
    public static long Most(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<IOptionsMonitor<RuntimeSettings>>().CurrentValue.MaxRequestLength * BytesInKilobyte ?? DefaultBytes;
    }

    /// <summary>What is wrong, for who sent it.</summary>
    public static string Explain(HttpContext context, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var most = (Most(context) / 1_000_000).ToString(CultureInfo.InvariantCulture);
        return viewer.Language == "en"
            ? $"This is too large: at most {most} MB at once. Send the files one by one, or make them smaller, and choose them again. What you typed is still here."
            : $"Dit is te groot: hooguit {most} MB in één keer. Stuur de bestanden één voor één of maak ze kleiner, en kies ze opnieuw. Wat u typte, staat er nog.";
    }

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (http, most) = (context.HttpContext, Most(context.HttpContext));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } server)
        {
            return;
        }

        if (http.Request.ContentLength is not { } length || length <= most)
        {
            server.MaxRequestBodySize = most;
            return;
        }

        if (length / Bearable > most || !TryBoundary(http.Request, out var boundary))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        server.MaxRequestBodySize = length;
        http.Items[Exceeded] = true;
        try
        {
            http.Request.Form = new FormCollection(await TextsAsync(new MultipartReader(boundary, http.Request.Body), http.RequestAborted));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            context.Result = new BadRequestResult();
        }
    }

    private static bool TryBoundary(HttpRequest request, [NotNullWhen(true)] out string? boundary)
    {
        boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        return !string.IsNullOrEmpty(boundary);
    }

    /// <summary>Going on to the next part throws away what wasn't read of this one.</summary>
    private static async Task<Dictionary<string, StringValues>> TextsAsync(MultipartReader reader, CancellationToken cancellation)
    {
        var texts = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (texts.Count < MostTexts
                && ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about) && about.IsFormDisposition()
                && HeaderUtilities.RemoveQuotes(about.Name).Value is { Length: > 0 } name)
            {
                var letters = new char[LongestText + 1];
                using var text = new StreamReader(part.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
                texts[name] = FormText.Cut(new string(letters, 0, await text.ReadBlockAsync(letters, cancellation)), LongestText);
            }
        }

        return texts;
    }
}

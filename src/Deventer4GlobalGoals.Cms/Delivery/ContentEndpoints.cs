using Deventer4GlobalGoals.Cms.Delivery.Access;
using Deventer4GlobalGoals.Cms.Delivery.Output;
using Deventer4GlobalGoals.Cms.Delivery.Requests;
using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Delivery;

/// <summary>Answers about documents.</summary>
internal sealed class ContentEndpoints(
    DeliveryPipeline pipeline,
    IApiPublishedContentCache contents,
    IApiContentPathResolver paths,
    IApiContentResponseBuilder responses,
    IApiContentQueryService queries,
    IRequestRedirectService redirects,
    IRequestPreviewService preview,
    ProtectedPages protectedPages)
{
    public Task ByIdAsync(HttpContext http, Guid id) =>
        pipeline.ServeAsync(http, false, () => SendItemAsync(http, contents.GetById(id)));

    public Task ByPathAsync(HttpContext http, string path) => pipeline.ServeAsync(http, false, () =>
    {
        // Clients made from the OpenAPI document encode the slashes in the path, and ASP.NET leaves those as they are.
        var wanted = path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return Find(wanted) is { } content ? SendItemAsync(http, content) : SendMovedAsync(http, wanted);
    });

    public Task ByIdsAsync(HttpContext http) => pipeline.ServeAsync(http, false, async () =>
    {
        var items = contents.GetByIds(QueryOptions.Ids(http.Request.Query))
            .Where(IsOpen)
            .Select(responses.Build)
            .OfType<IApiContentResponse>()
            .ToArray();
        var body = DeliveryAnswer.Body(items);
        await DeliveryAnswer.SendAsync(http, body);
        return body;
    });

    public Task QueryAsync(HttpContext http) => pipeline.ServeAsync(http, false, async () =>
    {
        var options = QueryOptions.Read(http.Request.Query);
        var found = queries.ExecuteQuery(options.Fetch, options.Filters, options.Sorts, ProtectedAccess.None, options.Skip, options.Take);
        if (!found.Success)
        {
            await DeliveryAnswer.SendAsync(http, found.Status switch
            {
                ApiContentQueryOperationStatus.SelectorOptionNotFound => DeliveryProblem.UnknownSelector,
                ApiContentQueryOperationStatus.FilterOptionNotFound => DeliveryProblem.UnknownFilter,
                _ => DeliveryProblem.UnknownSort,
            });
            return null;
        }

        var items = contents.GetByIds(found.Result!.Items).Where(IsOpen).Select(responses.Build).OfType<IApiContentResponse>();
        return await DeliveryAnswer.SendAsync(http, found.Result.Total, items);
    });

    /// <summary>A draft that has no path of its own has one made of its key.</summary>
    private IPublishedContent? Find(string path)
    {
        var prefix = Constants.DeliveryApi.Routing.PreviewContentPathPrefix;
        if (!path.TrimStart('/').StartsWith(prefix, StringComparison.Ordinal))
        {
            return paths.ResolveContentPath(path);
        }

        return preview.IsPreview() && Guid.TryParse(path.Trim('/').AsSpan(prefix.Length), out var id) ? contents.GetById(id) : null;
    }

    private bool IsOpen(IPublishedContent content) => !protectedPages.Contains(content.Path);

    private async Task<DeliveryBody?> SendItemAsync(HttpContext http, IPublishedContent? content)
    {
        if (content is not null && !IsOpen(content))
        {
            await DeliveryAnswer.SendAsync(http, DeliveryProblem.Unauthorized);
            return null;
        }

        if (content is null || responses.Build(content) is not { } item)
        {
            await DeliveryAnswer.SendAsync(http, DeliveryProblem.NotFound);
            return null;
        }

        var body = DeliveryAnswer.Body(item);
        await DeliveryAnswer.SendAsync(http, body);
        return body;
    }

    private async Task<DeliveryBody?> SendMovedAsync(HttpContext http, string path)
    {
        if (redirects.GetRedirectRoute(path) is not { } moved)
        {
            await DeliveryAnswer.SendAsync(http, DeliveryProblem.NotFound);
            return null;
        }

        http.Response.Headers["Location-Start-Item-Path"] = Uri.EscapeDataString(moved.StartItem.Path);
        http.Response.Headers["Location-Start-Item-Id"] = moved.StartItem.Id.ToString("D");
        http.Response.Redirect(new PathString(moved.Path).ToUriComponent(), permanent: true);
        return null;
    }
}

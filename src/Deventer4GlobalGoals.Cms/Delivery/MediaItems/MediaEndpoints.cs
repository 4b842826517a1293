using Deventer4GlobalGoals.Cms.Delivery.Output;
using Deventer4GlobalGoals.Cms.Delivery.Requests;
using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Delivery.MediaItems;

/// <summary>Answers about media.</summary>
internal sealed class MediaEndpoints(
    DeliveryPipeline pipeline,
    IPublishedMediaCache media,
    IApiMediaQueryService queries,
    MediaResponses responses)
{
    public Task ByIdAsync(HttpContext http, Guid id) => pipeline.ServeAsync(http, true, () => SendItemAsync(http, media.GetById(id)));

    public Task ByPathAsync(HttpContext http, string path) => pipeline.ServeAsync(http, true, () =>
        SendItemAsync(http, queries.GetByPath(path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase))));

    public Task ByIdsAsync(HttpContext http) => pipeline.ServeAsync(http, true, async () =>
    {
        var items = QueryOptions.Ids(http.Request.Query).Select(media.GetById).OfType<IPublishedContent>().Select(responses.Build).ToArray();
        var body = DeliveryAnswer.Body(items);
        await DeliveryAnswer.SendAsync(http, body);
        return body;
    });

    public Task QueryAsync(HttpContext http) => pipeline.ServeAsync(http, true, async () =>
    {
        var options = QueryOptions.Read(http.Request.Query);
        var found = queries.ExecuteQuery(options.Fetch, options.Filters, options.Sorts, options.Skip, options.Take);
        if (!found.Success)
        {
            await DeliveryAnswer.SendAsync(http, found.Status switch
            {
                ApiMediaQueryOperationStatus.SelectorOptionNotFound => DeliveryProblem.UnknownSelector,
                ApiMediaQueryOperationStatus.FilterOptionNotFound => DeliveryProblem.UnknownFilter,
                _ => DeliveryProblem.UnknownSort,
            });
            return null;
        }

        var items = found.Result!.Items.Select(media.GetById).OfType<IPublishedContent>().Select(responses.Build);
        return await DeliveryAnswer.SendAsync(http, found.Result.Total, items);
    });

    private async Task<DeliveryBody?> SendItemAsync(HttpContext http, IPublishedContent? item)
    {
        if (item is null)
        {
            await DeliveryAnswer.SendAsync(http, DeliveryProblem.NotFound);
            return null;
        }

        var body = DeliveryAnswer.Body(responses.Build(item));
        await DeliveryAnswer.SendAsync(http, body);
        return body;
    }
}

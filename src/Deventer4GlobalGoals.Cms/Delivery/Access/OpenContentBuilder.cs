using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Delivery.Access;

/// <summary>What another page picked is left out when it may not be asked for by itself either.</summary>
internal sealed class OpenContentBuilder(
    ApiContentBuilder builder,
    ProtectedPages protectedPages,
    IOptionsMonitor<DeliveryApiSettings> settings) : IApiContentBuilder
{
    public IApiContent? Build(IPublishedContent content) =>
        settings.CurrentValue.IsAllowedContentType(content.ContentType.Alias) && !protectedPages.Contains(content.Path)
            ? builder.Build(content)
            : null;
}

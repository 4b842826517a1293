using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Cms.Delivery.Output;

/// <summary>
/// Keeps answers when <c>Umbraco:CMS:DeliveryApi:OutputCache</c> is on. The state of the content is part of each key, so an answer is never
/// older than the content; drafts are never kept.
/// </summary>
internal sealed class AnswerCache(DeliveryState state, IVariationContextAccessor variation, IOptionsMonitor<DeliveryApiSettings> settings)
    : IDisposable
{
    /// <summary>Bytes of all kept answers together.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache _answers = new(Options.Create(new MemoryCacheOptions { SizeLimit = MostBytes }));

    /// <summary>Null when the answer may not be kept. To be asked before the answer is made.</summary>
    public string? Key(HttpContext http, bool preview)
    {
        if (preview || !settings.CurrentValue.OutputCache.Enabled)
        {
            return null;
        }

        var (request, now) = (http.Request, state.Current);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{now.Content}/{now.Types}/{now.Surroundings} {variation.VariationContext?.Culture} {request.Headers[Constants.DeliveryApi.HeaderNames.StartItem]} {request.Host} {request.Path}{request.QueryString}");
    }

    public DeliveryBody? Find(string? key) => key is not null && _answers.TryGetValue(key, out DeliveryBody? body) ? body : null;

    public void Keep(string? key, DeliveryBody? body, bool media)
    {
        if (key is null || body is null)
        {
            return;
        }

        var durations = settings.CurrentValue.OutputCache;
        _answers.Set(key, body, new MemoryCacheEntryOptions
        {
            Size = body.Json.Length + (sizeof(char) * key.Length),
            AbsoluteExpirationRelativeToNow = media ? durations.MediaDuration : durations.ContentDuration,
        });
    }

    public void Dispose() => _answers.Dispose();
}

using Deventer4GlobalGoals.Cms.Delivery.Output;
using Deventer4GlobalGoals.Cms.Delivery.Output.Expansion;
using Deventer4GlobalGoals.Cms.Kept;
using Deventer4GlobalGoals.Cms.Published;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Cms.Delivery;

/// <summary>What every request of the Delivery API goes through: access, preview, language, start item, expansion, and whether the answer may be kept.</summary>
internal sealed class DeliveryPipeline(
    IOptionsMonitor<DeliveryApiSettings> settings,
    IApiAccessService access,
    PreviewContext previews,
    IRequestCultureService cultures,
    IVariationContextAccessor variation,
    IRequestStartItemProvider startItem,
    ExpansionAccessor expansion)
{
    private static readonly string Vary = string.Join(
        ", ",
        Constants.DeliveryApi.HeaderNames.AcceptLanguage,
        Constants.DeliveryApi.HeaderNames.AcceptSegment,
        Constants.DeliveryApi.HeaderNames.Preview,
        Constants.DeliveryApi.HeaderNames.StartItem);

    /// <param name="http">The request.</param>
    /// <param name="isMedia">Media have settings of their own, and no languages and start items.</param>
    /// <param name="answer">Sends the answer, and gives it back when it is one that may be kept.</param>
    public async Task ServeAsync(HttpContext http, bool isMedia, Func<Task<DeliveryBody?>> answer)
    {
        var wantsDrafts = bool.TryParse(http.Request.Headers[Constants.DeliveryApi.HeaderNames.Preview], out var asked) && asked;
        http.Response.Headers.Vary = Vary;
        if (Refusal(wantsDrafts, isMedia) is { } refused)
        {
            await DeliveryAnswer.SendAsync(http, refused);
            return;
        }

        using var preview = wantsDrafts ? previews.Enter() : null;
        if (wantsDrafts)
        {
            http.Response.Headers.CacheControl = new CacheControlHeaderValue { NoStore = true }.ToString();
        }

        try
        {
            await AnswerAsync(http, isMedia, wantsDrafts, answer);
        }
        catch (DeliveryProblemException wrong) when (!http.Response.HasStarted)
        {
            await DeliveryAnswer.SendAsync(http, wrong.Problem);
        }
    }

    private async Task AnswerAsync(HttpContext http, bool isMedia, bool wantsDrafts, Func<Task<DeliveryBody?>> answer)
    {
        if (cultures.GetRequestedCulture() is { } culture)
        {
            variation.VariationContext = new VariationContext(culture);
        }

        if (!isMedia && startItem.RequestedStartItem() is not null && startItem.GetStartItem() is null)
        {
            throw new DeliveryProblemException(DeliveryProblem.NoStartItem);
        }

        expansion.Begin(http);
        if (await answer() is not null && !wantsDrafts && settings.CurrentValue.OutputCache is { Enabled: true } kept)
        {
            AnswerUse.MayBeKept(isMedia ? kept.MediaDuration : kept.ContentDuration);
        }
    }

    private ProblemDetails? Refusal(bool wantsDrafts, bool isMedia)
    {
        if (!settings.CurrentValue.Enabled)
        {
            return DeliveryProblem.NotFound;
        }

        var allowed = (!isMedia || access.HasMediaAccess()) && (wantsDrafts ? access.HasPreviewAccess() : access.HasPublicAccess());
        return allowed ? null : DeliveryProblem.Unauthorized;
    }
}

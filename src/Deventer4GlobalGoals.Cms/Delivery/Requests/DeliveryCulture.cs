using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Delivery.Requests;

/// <summary>
/// The site's language that the client likes best, by Accept-Language: the very culture, or else one of the same language
/// (nl-NL is served nl, and en is served en-US).
/// </summary>
internal sealed class DeliveryCulture(IHttpContextAccessor http, ILanguageService languages) : IRequestCultureService
{
    /// <summary>Null when the client names no language that the site has.</summary>
    public string? GetRequestedCulture()
    {
        var accepted = http.HttpContext?.Request.GetTypedHeaders().AcceptLanguage;
        if (accepted is null or { Count: 0 })
        {
            return null;
        }

        var present = languages.GetAllAsync().GetAwaiter().GetResult().Select(language => language.IsoCode).ToList();
        return accepted
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Best(language.Value.Value ?? string.Empty, present))
            .FirstOrDefault(culture => culture is not null);
    }

    private static string? Best(string wanted, List<string> present) =>
        present.Find(culture => string.Equals(culture, wanted, StringComparison.OrdinalIgnoreCase))
        ?? present.Find(culture => string.Equals(Language(culture), Language(wanted), StringComparison.OrdinalIgnoreCase));

    private static string Language(string culture) => culture.Split('-')[0];
}

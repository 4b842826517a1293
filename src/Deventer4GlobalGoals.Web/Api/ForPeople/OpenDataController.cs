using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Api.Catalogue;
using Deventer4GlobalGoals.Web.Feeds;
using Deventer4GlobalGoals.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Api.ForPeople;

/// <summary>What the page about the open data shows beside its texts.</summary>
/// <param name="Sets">What there is.</param>
/// <param name="License">The terms of use, and what they are called.</param>
/// <param name="Publisher">Who is to be named as the source.</param>
/// <param name="Contact">For questions; null when that is the page about us.</param>
public sealed record OpenDataPage(IReadOnlyList<OpenDataSet> Sets, (Uri Address, string Name) License, string Publisher, Uri? Contact)
{
    /// <summary>Whether whoever uses the data has to name the source: all licences of which BY is a part.</summary>
    public bool AsksForName => License.Name.Split(' ', '-').Contains("BY");
}

/// <summary>One set of data.</summary>
/// <param name="TextKey">The key of its texts: "openData.practices".</param>
/// <param name="Path">Its address.</param>
/// <param name="Forms">The forms in which it is given, as people call them, and the value of <c>format</c>.</param>
public sealed record OpenDataSet(string TextKey, string Path, IReadOnlyList<(string Name, string Format)> Forms);

/// <summary>The page for people about the data for programs.</summary>
public sealed class OpenDataController(SiteView site, IOptions<OpenDataOptions> options) : Controller
{
    private static readonly IReadOnlyDictionary<string, string> Addresses = SiteLinks.Cultures.ToDictionary(culture => culture, culture => Path(LocalisedText.LanguageOf(culture)));

    /// <summary>"/open-data", "/en/open-data".</summary>
    public static string Path(string language) => SiteLinks.FeedPath(language, "open-data");

    [HttpGet("/open-data")]
    [HttpGet("/{language:regex(^(en|de)$)}/open-data")]
    public IActionResult Show(string? language)
    {
        site.Speak(FeedSource.CultureOf(language));
        site.Addresses = Addresses;
        var terms = options.Value;
        return View("~/Views/OpenData/Show.cshtml", new OpenDataPage(
            [.. DataCatalogue.Sets.Select(Describe)],
            (terms.License, Name(terms.License)),
            terms.Publisher,
            terms.Contact));
    }

    private static OpenDataSet Describe(DataSet set) => new(
        $"openData.{set.TextKey}",
        $"{Answers.ApiVersion.Base}/{set.Path}",
        [("JSON", "json"), ("CSV", "csv"), .. set.HasLinkedData ? [("JSON-LD", "jsonld")] : Array.Empty<(string, string)>()]);

    /// <summary>"…/licence/CC_BY_4_0" is called CC BY 4.0.</summary>
    private static string Name(Uri license)
    {
        var words = license.Segments[^1].Trim('/').Split('_', StringSplitOptions.RemoveEmptyEntries);
        var numbers = words.SkipWhile(word => !char.IsAsciiDigit(word[0])).ToArray();
        return string.Join(' ', words[..^numbers.Length].Append(string.Join('.', numbers))).Trim();
    }
}

using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Web.Feeds;
using Microsoft.Extensions.Options;

namespace Deventer4GlobalGoals.Web.Api;

/// <summary>Who publishes the open data, and on which terms.</summary>
public sealed class OpenDataOptions
{
    public const string Section = "Site:OpenData";

    /// <summary>The name of who publishes.</summary>
    [Required]
    public string Publisher { get; set; } = "Deventer4GlobalGoals";

    /// <summary>The identifier of who publishes: for a municipality its TOOI address. Default: the address of this site.</summary>
    public Uri? PublisherUri { get; set; }

    /// <summary>For questions about the data: a mailto: or https: address. Default: the page about us.</summary>
    public Uri? Contact { get; set; }

    /// <summary>The licence of the data, from the EU's list of licences. Default: CC BY 4.0.</summary>
    [Required]
    public Uri License { get; set; } = new("http://publications.europa.eu/resource/authority/licence/CC_BY_4_0");
}

/// <summary>Those settings, completed with the address of the request.</summary>
internal sealed class ApiContact(IOptions<OpenDataOptions> options, FeedSource source)
{
    public string Origin => source.Origin;

    public string Publisher => options.Value.Publisher;

    public Uri PublisherUri => options.Value.PublisherUri ?? new Uri($"{Origin}/");

    public Uri License => options.Value.License;

    /// <summary>Null when the contact is a page.</summary>
    public string? Mail => options.Value.Contact is { Scheme: "mailto" } mail ? mail.OriginalString["mailto:".Length..] : null;

    public Uri Page => options.Value.Contact is { Scheme: "https" or "http" } page ? page : new Uri($"{Origin}/over-ons");
}

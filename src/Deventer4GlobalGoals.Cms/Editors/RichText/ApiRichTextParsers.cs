using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Deventer4GlobalGoals.Cms.Editors.Blocks;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Editors.RichText;

/// <summary>Finds what rich text of the Delivery API links to, and says where it is today.</summary>
public sealed partial class ApiRichTextLinks(
    IPublishedContentCache content,
    IPublishedMediaCache media,
    IApiContentRouteBuilder routes,
    IApiMediaUrlProvider mediaUrls)
{
    /// <summary>Replaces links to content by their path and start item, and references to media by their address.</summary>
    public void Resolve(IElement root)
    {
        foreach (var link in root.QuerySelectorAll("a[href]"))
        {
            ResolveLink(link);
        }

        foreach (var image in root.QuerySelectorAll("img[data-udi]"))
        {
            if (UdiParser.TryParse(image.GetAttribute("data-udi"), out GuidUdi? udi) && media.GetById(udi.Guid) is { } found)
            {
                var query = image.GetAttribute("src")?.Split('?') is [_, var sizes] ? "?" + sizes : string.Empty;
                image.SetAttribute("src", mediaUrls.GetUrl(found) + query);
            }

            image.RemoveAttribute("data-udi");
        }
    }

    [GeneratedRegex("localLink:(umb://(?<type>[a-z]+)/)?(?<key>[0-9a-f-]{32,36})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LocalLink();

    private void ResolveLink(IElement link)
    {
        var href = link.GetAttribute("href")!;
        if (!UrlPolicy.IsLocalLink(href))
        {
            return;
        }

        var match = LocalLink().Match(href);
        var type = match.Groups["type"].Success ? match.Groups["type"].Value : link.GetAttribute("type");
        link.RemoveAttribute("href");
        link.RemoveAttribute("type");
        if (!Guid.TryParse(match.Groups["key"].Value, out var key))
        {
            return;
        }

        if (type == Constants.UdiEntityType.Media && media.GetById(key) is { } file)
        {
            link.SetAttribute("href", mediaUrls.GetUrl(file));
        }
        else if (type == Constants.UdiEntityType.Document
            && content.GetById(key) is { } page
            && routes.Build(page, link.GetAttribute("data-culture")) is { } route)
        {
            link.SetAttribute("href", route.Path);
            link.SetAttribute("data-start-item-path", route.StartItem.Path);
            link.SetAttribute("data-start-item-id", route.StartItem.Id.ToString("D"));
        }
    }
}

/// <summary>Rich text as HTML for the Delivery API.</summary>
public sealed class ApiRichTextMarkupParser(ApiRichTextLinks links) : IApiRichTextMarkupParser
{
    /// <summary>What only a text with links, pictures or blocks has.</summary>
    private static readonly string[] Marks = ["href=", "data-udi", "umb-rte-block"];

    public string Parse(string html)
    {
        // Most texts are paragraphs, and were written out by the same parser a moment ago.
        if (!Array.Exists(Marks, mark => html.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            return html;
        }

        var body = new HtmlParser().ParseDocument(html).Body!;
        links.Resolve(body);
        foreach (var block in body.QuerySelectorAll("umb-rte-block, umb-rte-block-inline"))
        {
            block.RemoveAttribute("data-content-udi");
        }

        return body.InnerHtml;
    }
}

/// <summary>Rich text as a tree of elements for the Delivery API, where the site is set to give JSON.</summary>
public sealed class ApiRichTextElementParser(ApiRichTextLinks links, BlockModels blocks) : IApiRichTextElementParser
{
    public IRichTextElement? Parse(string html, RichTextBlockModel? richTextBlockModel)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        links.Resolve(body);
        return new RichTextRootElement([], Children(body), blocks.ForDelivery(richTextBlockModel ?? RichTextBlockModel.Empty));
    }

    private static IRichTextElement[] Children(INode parent) =>
        [.. parent.ChildNodes.Select(Convert).OfType<IRichTextElement>()];

    private static IRichTextElement? Convert(INode node) => node switch
    {
        IText text when string.IsNullOrWhiteSpace(text.Data) && text.Data.Contains('\n', StringComparison.Ordinal) => null,
        IText text => new RichTextTextElement(text.Data),
        IElement element => new RichTextGenericElement(element.LocalName, Attributes(element), Children(element)),
        _ => null,
    };

    private static Dictionary<string, object> Attributes(IElement element)
    {
        var attributes = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes)
        {
            // Umbraco gives data- attributes without that prefix here.
            attributes[attribute.Name.TrimStart("data-")] = attribute.Value;
        }

        return attributes;
    }
}

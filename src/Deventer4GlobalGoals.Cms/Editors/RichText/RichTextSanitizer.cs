using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Umbraco.Cms.Core.Security;

namespace Deventer4GlobalGoals.Cms.Editors.RichText;

/// <summary>
/// Rewrites HTML to what <see cref="RichTextAllowList"/> and <see cref="UrlPolicy"/> allow. The HTML is parsed as a
/// browser parses it and written anew from the tree, so nothing survives that was not understood. Cleaning twice gives
/// the same as cleaning once.
/// </summary>
public sealed class RichTextSanitizer : IHtmlSanitizer
{
    /// <summary>Deeper nesting than this is no prose; it is cut off, so that no input can exhaust the stack.</summary>
    private const int MaximumDepth = 100;

    private readonly HtmlParser _parser = new();

    /// <summary>Cleans HTML that is going to be stored: links to content and blocks stay as the editor wrote them.</summary>
    public string Sanitize(string html) => Clean(html, keepBlocks: true);

    /// <summary>Cleans HTML that is going to be shown: blocks and links that lead nowhere go too.</summary>
    public string SanitizeForDisplay(string html) => Clean(html, keepBlocks: false);

    private string Clean(string html, bool keepBlocks)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return string.Empty;
        }

        var document = _parser.ParseDocument(string.Empty);
        var root = document.Body!;
        root.Append([.. _parser.ParseFragment(html, root)]);
        foreach (var child in root.ChildNodes.ToArray())
        {
            Clean(child, keepBlocks, depth: 1);
        }

        return root.InnerHtml;
    }

    private static void Clean(INode node, bool keepBlocks, int depth)
    {
        if (node is not IElement element)
        {
            if (node.NodeType != NodeType.Text)
            {
                node.Parent!.RemoveChild(node);
            }

            return;
        }

        // Foreign elements (svg, math) carry names that mean something else in HTML, so the namespace decides first.
        if (depth > MaximumDepth
            || element is not IHtmlElement
            || RichTextAllowList.RemovedWithContent.Contains(element.LocalName)
            || (!keepBlocks && RichTextAllowList.IsBlock(element.LocalName)))
        {
            element.Remove();
            return;
        }

        foreach (var child in element.ChildNodes.ToArray())
        {
            Clean(child, keepBlocks, depth + 1);
        }

        if (RichTextAllowList.Renamed.TryGetValue(element.LocalName, out var name))
        {
            element = Rename(element, name);
        }

        if (!RichTextAllowList.Elements.TryGetValue(element.LocalName, out var attributes))
        {
            element.Replace([.. element.ChildNodes]);
            return;
        }

        CleanAttributes(element, attributes, keepLocalLinks: keepBlocks);
    }

    private static IElement Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        foreach (var attribute in element.Attributes)
        {
            renamed.SetAttribute(attribute.LocalName, attribute.Value);
        }

        renamed.Append([.. element.ChildNodes]);
        element.Replace(renamed);
        return renamed;
    }

    private static void CleanAttributes(IElement element, IReadOnlySet<string> allowed, bool keepLocalLinks)
    {
        foreach (var attribute in element.Attributes.ToArray())
        {
            var value = allowed.Contains(attribute.Name) || RichTextAllowList.GlobalAttributes.Contains(attribute.Name)
                ? Value(attribute, keepLocalLinks)
                : null;
            if (value is null)
            {
                element.RemoveAttribute(attribute.Name);
            }
            else if (value != attribute.Value)
            {
                element.SetAttribute(attribute.Name, value);
            }
        }

        if (element.GetAttribute("target") is not null)
        {
            // The page that opens must not reach back into this one.
            element.SetAttribute("rel", "noopener");
        }

        if (element.LocalName == "img" && !element.HasAttribute("src") && !element.HasAttribute("data-udi"))
        {
            element.Remove();
        }
        else if (element.LocalName == "img" && !keepLocalLinks && !element.HasAttribute("loading"))
        {
            // Text comes below what a visitor sees first.
            element.SetAttribute("loading", "lazy");
        }
    }

    private static string? Value(IAttr attribute, bool keepLocalLinks) => attribute.Name switch
    {
        "href" => UrlPolicy.Link(attribute.Value) is { } url && (keepLocalLinks || !UrlPolicy.IsLocalLink(url)) ? url : null,
        "cite" => UrlPolicy.Link(attribute.Value),
        "src" => attribute.Value.Length == 0 ? attribute.Value : UrlPolicy.Image(attribute.Value),
        "target" => attribute.Value == "_blank" ? attribute.Value : null,
        "width" or "height" or "colspan" or "rowspan" or "start" or "value" =>
            attribute.Value.Length is > 0 and < 6 && attribute.Value.All(char.IsAsciiDigit) ? attribute.Value : null,
        _ => attribute.Value,
    };
}

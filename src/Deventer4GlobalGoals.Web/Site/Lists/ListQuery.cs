using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Site.Lists;

/// <summary>One chosen option of a facet; its value as the items have it, not as it stands in the URL.</summary>
public readonly record struct Choice(string Facet, string Value);

/// <summary>
/// What a visitor asked of a list. Whatever a URL holds, this is what could be made of it: an unknown option, order or page
/// is left out.
/// </summary>
public sealed record ListQuery(string Text, ImmutableArray<Choice> Choices, ListOrder? Order, int Page)
{
    /// <summary>Characters of a search text; what comes after is left out.</summary>
    public const int LongestText = 200;

    private const int MostChoices = 20;

    /// <param name="query">The URL's query.</param>
    /// <param name="definition">Which facets and orders there are.</param>
    /// <param name="options">Per facet: from how a value stands in a URL to the value.</param>
    public static ListQuery Read(IQueryCollection query, ListDefinition definition, Func<Facet, IReadOnlyDictionary<string, string>> options)
    {
        var text = Readable(query["q"].ToString());
        var orders = definition.OrdersFor(text);
        var order = Array.FindIndex(orders, known => string.Equals(Slug(known), query["sorteer"], StringComparison.OrdinalIgnoreCase));
        return new ListQuery(
            text,
            [.. definition.Facets.SelectMany(facet => Chosen(query, facet, options(facet))).Take(MostChoices)],
            order > 0 ? orders[order] : null,
            int.TryParse(query["pagina"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1);
    }

    /// <summary>As a query string that leads to just this: "?doel=12&amp;pagina=2", or nothing.</summary>
    public override string ToString()
    {
        var built = new StringBuilder();
        Add(built, "q", Text);
        foreach (var choice in Choices)
        {
            Add(built, choice.Facet, TextFolding.Slug(choice.Value, keepDot: choice.Facet == "doel"));
        }

        Add(built, "sorteer", Order is { } order ? Slug(order) : string.Empty);
        Add(built, "pagina", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : string.Empty);
        return built.ToString();
    }

    public bool Has(string facet, string value) => Choices.Contains(new Choice(facet, value));

    /// <summary>With the option chosen, or no longer; back on the first page.</summary>
    public ListQuery Toggle(string facet, string value)
    {
        var choice = new Choice(facet, value);
        return this with { Choices = Choices.Contains(choice) ? Choices.Remove(choice) : Choices.Add(choice), Page = 1 };
    }

    public static string Slug(ListOrder order) => order switch
    {
        ListOrder.Best => "beste",
        ListOrder.Newest => "nieuwste",
        ListOrder.Oldest => "oudste",
        ListOrder.Name => "naam",
        ListOrder.Cheapest => "goedkoopste",
        _ => "datum",
    };

    // Half of a pair, and characters that no document can hold, are nothing that anybody typed.
    private static string Readable(string text)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        return cut.All(IsPlain) ? cut.Trim() : string.Concat(cut.EnumerateRunes().Where(IsPlain)).Trim();
    }

    private static bool IsPlain(Rune rune) => rune != Rune.ReplacementChar && (!rune.IsBmp || IsPlain((char)rune.Value));

    private static bool IsPlain(char character) => XmlConvert.IsXmlChar(character) && !char.IsControl(character);

    private static IEnumerable<Choice> Chosen(IQueryCollection query, Facet facet, IReadOnlyDictionary<string, string> options) =>
        query[facet.Key]
            .OfType<string>()
            .Take(MostChoices)
            .Select(slug => options.GetValueOrDefault(slug))
            .OfType<string>()
            .Distinct()
            .Select(value => new Choice(facet.Key, value));

    private static void Add(StringBuilder built, string key, string value)
    {
        if (value.Length > 0)
        {
            built.Append(built.Length == 0 ? '?' : '&').Append(key).Append('=').Append(UrlEncoder.Default.Encode(value));
        }
    }
}

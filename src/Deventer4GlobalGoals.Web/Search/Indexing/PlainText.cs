using System.Net;
using System.Text;

namespace Deventer4GlobalGoals.Web.Search.Indexing;

/// <summary>The words of sanitised HTML.</summary>
internal static class PlainText
{
    /// <summary>Leaves out the elements; a space stands where one was, because blocks end words.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var isInside = false;
        foreach (var character in html)
        {
            if (character is '<' or '>')
            {
                isInside = character == '<';
                text.Append(isInside ? ' ' : string.Empty);
            }
            else if (!isInside)
            {
                text.Append(character);
            }
        }

        return WebUtility.HtmlDecode(text.ToString()).Replace("\u00ad", string.Empty, StringComparison.Ordinal).Trim();
    }
}

using System.Collections.Immutable;

namespace Deventer4GlobalGoals.Web.Content.Community;

/// <summary>The towns in what an editor typed: "Deventer, Sibiu en Cluj" is three, "Bukomansimbi (Oeganda)" is Bukomansimbi, "de regio" is none.</summary>
internal static class TownNames
{
    /// <summary>Dutch municipalities with the word that joins others in their name.</summary>
    private static readonly string[] WithAnd = ["Berg en Dal", "Peel en Maas"];

    public static ImmutableArray<string> Of(string? typed) => typed is null
        ? []
        : [.. WithoutBrackets(typed).Split(',').SelectMany(Joined).Select(town => town.Trim()).Where(IsName).Distinct()];

    private static string[] Joined(string part) => WithAnd.Contains(part.Trim(), StringComparer.Ordinal) ? [part] : part.Split(" en ");

    // A town starts with a capital, if not with an apostrophe: 's-Hertogenbosch.
    private static bool IsName(string town) => town.Length > 0 && !char.IsLower(town[0]);

    private static string WithoutBrackets(string typed)
    {
        var open = typed.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : typed.IndexOf(')', open);
        return close < 0 ? typed : WithoutBrackets(typed.Remove(open, close - open + 1));
    }
}

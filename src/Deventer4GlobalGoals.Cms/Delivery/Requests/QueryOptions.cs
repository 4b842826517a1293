using System.Globalization;
using Deventer4GlobalGoals.Cms.Delivery.Output;
using Microsoft.AspNetCore.Http;

namespace Deventer4GlobalGoals.Cms.Delivery.Requests;

/// <summary>
/// The options of a query as they stand in the URL. Without fetch everything is meant; skip and take are 0 or more, and take has
/// no upper limit, as in Umbraco.
/// </summary>
internal sealed record QueryOptions(string? Fetch, IReadOnlyList<string> Filters, IReadOnlyList<string> Sorts, int Skip, int Take)
{
    private const int DefaultTake = 10;

    /// <exception cref="DeliveryProblemException">A number isn't one, or is negative.</exception>
    public static QueryOptions Read(IQueryCollection query) => new(
        query["fetch"] is [var fetch, ..] ? fetch : null,
        [.. query["filter"].OfType<string>()],
        [.. query["sort"].OfType<string>()],
        Number(query, "skip", 0),
        Number(query, "take", DefaultTake));

    /// <summary>The keys in the option "id", each once.</summary>
    /// <exception cref="DeliveryProblemException">One isn't a GUID.</exception>
    public static IReadOnlyList<Guid> Ids(IQueryCollection query)
    {
        var ids = new List<Guid>();
        foreach (var text in query["id"])
        {
            ids.Add(Guid.TryParse(text, out var id) ? id : throw Invalid("id", text));
        }

        return [.. ids.Distinct()];
    }

    private static int Number(IQueryCollection query, string name, int otherwise)
    {
        if (query[name] is not [var text, ..])
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number
            : throw Invalid(name, text);
    }

    private static DeliveryProblemException Invalid(string name, string? value) =>
        new(DeliveryProblem.Invalid(name, $"The value '{value}' is not valid."));
}

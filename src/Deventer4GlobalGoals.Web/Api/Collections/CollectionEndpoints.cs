using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.OpenApi;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Api.Resources;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>Two addresses per collection: the list, and one resource.</summary>
internal static class CollectionEndpoints
{
    private static readonly ApiFormat[] Forms = [ApiFormat.Json, ApiFormat.Csv, ApiFormat.JsonLd];
    private static readonly ApiParameter Format = ApiParameter.Format(Forms);

    public static void MapCollection<TSource, TResource>(this IEndpointRouteBuilder api, ApiCollection<TSource, TResource> collection)
        where TSource : class
        where TResource : class
    {
        IReadOnlyList<ApiParameter> parameters = [ApiParameter.Page, ApiParameter.PageSize, .. collection.Filters, Format];
        api.MapRead($"/{collection.Name}", (HttpContext http, ApiView view, ApiAnswers answers) =>
                ListAsync(http, view, answers, collection, parameters))
            .Describe<ResourcePage<TResource>>(new ApiDescription($"list-{collection.Name}", collection.Name, $"All {Words(collection.Name)}")
            {
                Parameters = parameters,
                Forms = Forms,
                HasLanguages = true,
                IsList = true,
            });
        api.MapRead($"/{collection.Name}/{{{collection.Key.Name}}}", (HttpContext http, ApiView view) => OneAsync(http, view, collection))
            .Describe<TResource>(new ApiDescription($"get-{collection.Name}", collection.Name, $"One of the {Words(collection.Name)}")
            {
                Parameters = [Format],
                Forms = Forms,
                HasLanguages = true,
                Key = collection.Key,
            });
    }

    private static string Words(string name) => name.Replace('-', ' ');

    private static async Task ListAsync<TSource, TResource>(
        HttpContext http, ApiView view, ApiAnswers answers, ApiCollection<TSource, TResource> collection, IReadOnlyList<ApiParameter> parameters)
        where TSource : class
        where TResource : class
    {
        var request = ApiRequest.Read(http.Request.Query, parameters);
        var form = ApiFormat.Choose(http.Request, request.Format, Forms);
        var body = form == ApiFormat.Csv
            ? await answers.GetLargeAsync(() => Table(view, collection, collection.Find(view, request)), http.RequestAborted)
            : Page(view, collection, request, form, collection.Find(view, request));
        await body.SendAsync(http);
    }

    private static Task OneAsync<TSource, TResource>(HttpContext http, ApiView view, ApiCollection<TSource, TResource> collection)
        where TSource : class
        where TResource : class
    {
        var request = ApiRequest.Read(http.Request.Query, [Format]);
        var form = ApiFormat.Choose(http.Request, request.Format, Forms);
        var id = (string)http.Request.RouteValues[collection.Key.Name]!;
        if (collection.Get(view, id) is not { } source || collection.Make(view, source) is not { } resource)
        {
            throw new ApiProblemException(ApiProblem.NotFound);
        }

        var body = form == ApiFormat.Csv ? Table(view, collection, [source]) : Body(view, resource, form, collection.LinkedType);
        return body.SendAsync(http);
    }

    private static ApiBody Table<TSource, TResource>(ApiView view, ApiCollection<TSource, TResource> collection, IEnumerable<TSource> sources)
        where TSource : class
        where TResource : class =>
        new(CsvTable.Write(collection.Columns, sources.Select(source => collection.Make(view, source)).OfType<TResource>()), ApiFormat.Csv.ContentType)
        {
            Language = view.Language,
            FileName = $"{collection.Name}.csv",
        };

    private static ApiBody Page<TSource, TResource>(
        ApiView view, ApiCollection<TSource, TResource> collection, ApiRequest request, ApiFormat form, IReadOnlyList<TSource> found)
        where TSource : class
        where TResource : class
    {
        var last = Math.Max(1, (found.Count + request.PageSize - 1) / request.PageSize);
        ApiLink At(int page) => view.Link(collection.Name + request.Query(page));
        var links = new PageLinks
        {
            Self = At(request.Page),
            First = At(1),
            Prev = request.Page > 1 ? At(Math.Min(request.Page - 1, last)) : null,
            Next = request.Page < last ? At(request.Page + 1) : null,
            Last = At(last),
        };
        var items = found.Skip((int)Math.Min(request.Skip, found.Count)).Take(request.PageSize);
        var page = new ResourcePage<TResource>
        {
            Items = [.. items.Select(source => collection.Make(view, source)).OfType<TResource>()],
            TotalItems = found.Count,
            Page = request.Page,
            PageSize = request.PageSize,
            TotalPages = last,
            Links = links,
        };
        return Body(view, page, form, collection.LinkedType) with { Link = Header(links) };
    }

    private static ApiBody Body<T>(ApiView view, T value, ApiFormat form, string linkedType) => new(
        form == ApiFormat.JsonLd
            ? LinkedData.Write(value, linkedType, view.Address(LinkedData.ContextPath))
            : System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options),
        form.ContentType)
    {
        Language = view.Language,
    };

    private static string Header(PageLinks links) => string.Join(
        ", ",
        new[] { ("first", links.First), ("prev", links.Prev), ("next", links.Next), ("last", links.Last) }
            .Where(link => link.Item2 is not null)
            .Select(link => $"<{link.Item2!.Href}>; rel=\"{link.Item1}\""));
}

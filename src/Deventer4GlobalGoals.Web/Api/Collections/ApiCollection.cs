using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>A list of resources of one kind: what can be asked of it, and how a resource is made.</summary>
/// <typeparam name="TSource">What it is made of.</typeparam>
/// <typeparam name="TResource">What is given.</typeparam>
/// <param name="name">Its path: plural, kebab-case.</param>
/// <param name="linkedType">What one is in schema.org's terms.</param>
/// <param name="key">What a path to one ends with.</param>
/// <param name="filters">What narrows the list down.</param>
internal abstract class ApiCollection<TSource, TResource>(string name, string linkedType, ApiKey key, IReadOnlyList<ApiParameter> filters)
    where TSource : class
    where TResource : class
{
    public string Name => name;

    public string LinkedType => linkedType;

    public ApiKey Key => key;

    public IReadOnlyList<ApiParameter> Filters => filters;

    public abstract IReadOnlyList<CsvColumn<TResource>> Columns { get; }

    /// <summary>All that fit the filters, in the order of the list.</summary>
    public abstract IReadOnlyList<TSource> Find(ApiView view, ApiRequest request);

    /// <summary>The one with this key; null when there is none.</summary>
    public abstract TSource? Get(ApiView view, string key);

    /// <summary>Null when it was withdrawn a moment ago.</summary>
    public abstract TResource? Make(ApiView view, TSource source);
}

/// <summary>The last part of the path to one resource, as the description tells it.</summary>
internal sealed record ApiKey(string Name, string Description, string Example, ApiSchema Schema, string? Format = null)
{
    /// <summary>Of a resource that is a page of the site.</summary>
    public static ApiKey OfPage { get; } =
        new("id", "The key of the resource.", "c8ea6462-7da9-5c39-8b24-3a6d7f8ee2a5", new ApiSchema("string"), Format: "uuid");
}

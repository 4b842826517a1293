using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>A list of resources of one kind: what can be asked of it, and how a resource is made.</summary>
/// <typeparam name="TSource">What it is made of.</typeparam>
/// <typeparam name="TResource">What is given.</typeparam>
internal abstract class ApiCollection<TSource, TResource>
    where TSource : class
    where TResource : class
{
    /// <summary>Its path: plural, kebab-case.</summary>
    public abstract string Name { get; }

    /// <summary>What one is in schema.org's terms.</summary>
    public abstract string LinkedType { get; }

    /// <summary>What a path to one ends with.</summary>
    public abstract ApiKey Key { get; }

    public abstract IReadOnlyList<ApiParameter> Filters { get; }

    public abstract IReadOnlyList<CsvColumn<TResource>> Columns { get; }

    /// <summary>All that fit the filters, in the order of the list.</summary>
    public abstract IReadOnlyList<TSource> Find(ApiView view, ApiRequest request);

    /// <summary>The one with this key; null when there is none.</summary>
    public abstract TSource? Get(ApiView view, string key);

    /// <summary>Null when it was withdrawn a moment ago.</summary>
    public abstract TResource? Make(ApiView view, TSource source);
}

/// <summary>The last part of the path to one resource, as the description tells it.</summary>
internal sealed record ApiKey(string Name, string Description, string Example, ApiSchema Schema, string? Format = null);

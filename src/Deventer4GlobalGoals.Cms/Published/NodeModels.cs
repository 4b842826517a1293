using System.Collections.Concurrent;
using System.Linq.Expressions;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// Makes the typed model of a node. Umbraco's factory knows which one; it looks that up by culture-aware comparison each time, which costs more
/// than all the rest of making a model, so its answer is kept per alias.
/// </summary>
internal sealed class NodeModels(IPublishedModelFactory factory, IPublishedValueFallback fallback)
{
    private readonly ConcurrentDictionary<string, Func<IPublishedContent, IPublishedValueFallback, IPublishedContent>> _byAlias = new(StringComparer.Ordinal);

    public IPublishedContent Make(IPublishedContent node) => _byAlias.GetOrAdd(node.ContentType.Alias, Maker)(node, fallback);

    private Func<IPublishedContent, IPublishedValueFallback, IPublishedContent> Maker(string alias)
    {
        var model = factory.GetModelType(alias);
        if (factory is not PublishedModelFactory
            || !typeof(IPublishedContent).IsAssignableFrom(model)
            || model.GetConstructor([typeof(IPublishedContent), typeof(IPublishedValueFallback)]) is not { } constructor)
        {
            return (node, _) => (IPublishedContent)factory.CreateModel(node);
        }

        ParameterExpression[] parameters = [Expression.Parameter(typeof(IPublishedContent)), Expression.Parameter(typeof(IPublishedValueFallback))];
        return Expression.Lambda<Func<IPublishedContent, IPublishedValueFallback, IPublishedContent>>(Expression.New(constructor, parameters), parameters).Compile();
    }
}

using System.Linq.Expressions;

namespace Deventer4GlobalGoals.Cms.Persistence.Querying;

/// <summary>Says for each member of an Umbraco entity where its value stands in a row.</summary>
/// <typeparam name="TRow">The row that is queried.</typeparam>
public sealed class QueryMap<TRow>
{
    private readonly Dictionary<string, LambdaExpression> _members = new(StringComparer.Ordinal);

    /// <summary>Adds or replaces one member.</summary>
    public QueryMap<TRow> With<TValue>(string member, Expression<Func<TRow, TValue>> column)
    {
        _members[member] = column;
        return this;
    }

    /// <summary>Adds every property of a part of the row under its own name.</summary>
    public QueryMap<TRow> WithAll<TPart>(Expression<Func<TRow, TPart>> part)
    {
        ArgumentNullException.ThrowIfNull(part);
        foreach (var property in typeof(TPart).GetProperties())
        {
            _members[property.Name] = Expression.Lambda(Expression.Property(part.Body, property), part.Parameters);
        }

        return this;
    }

    /// <exception cref="NotSupportedException">The member has no column; the message names it.</exception>
    internal LambdaExpression Column(Type entity, string member) =>
        _members.TryGetValue(member, out var column)
            ? column
            : throw new NotSupportedException($"Queries on {entity.Name}.{member} have no column in {typeof(TRow).Name}.");
}

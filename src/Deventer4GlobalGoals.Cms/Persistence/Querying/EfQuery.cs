using System.Collections;
using System.Linq.Expressions;
using Umbraco.Cms.Core.Persistence.Querying;

namespace Deventer4GlobalGoals.Cms.Persistence.Querying;

/// <summary>Umbraco's query: predicates on an entity, rewritten onto a row when a repository applies them.</summary>
public sealed class EfQuery<T> : IQuery<T>
{
    private readonly List<LambdaExpression> _predicates = [];

    public IQuery<T> Where(Expression<Func<T, bool>> predicate)
    {
        _predicates.Add(predicate);
        return this;
    }

    public IQuery<T> WhereIn(Expression<Func<T, object>> fieldSelector, IEnumerable? values) => AddMembership(fieldSelector, values, negate: false);

    public IQuery<T> WhereNotIn(Expression<Func<T, object>> fieldSelector, IEnumerable? values) => AddMembership(fieldSelector, values, negate: true);

    public IQuery<T> WhereAny(IEnumerable<Expression<Func<T, bool>>> predicates)
    {
        ArgumentNullException.ThrowIfNull(predicates);
        var parameter = Expression.Parameter(typeof(T));
        var any = predicates
            .Select(predicate => new ParameterReplacer(predicate.Parameters[0], parameter).Visit(predicate.Body))
            .Aggregate<Expression, Expression?>(null, (left, right) => left is null ? right : Expression.OrElse(left, right));
        if (any is not null)
        {
            _predicates.Add(Expression.Lambda<Func<T, bool>>(any, parameter));
        }

        return this;
    }

    /// <summary>The predicates as readable text. They are not SQL: Entity Framework writes that from the rewritten expressions.</summary>
    public IEnumerable<Tuple<string, object[]>> GetWhereClauses() => _predicates.Select(predicate => Tuple.Create(predicate.ToString(), Array.Empty<object>()));

    /// <summary>Filters rows by this query.</summary>
    /// <exception cref="NotSupportedException">A member or method has no counterpart; the message names it.</exception>
    public IQueryable<TRow> Apply<TRow>(IQueryable<TRow> rows, QueryMap<TRow> map)
    {
        foreach (var predicate in _predicates)
        {
            var row = Expression.Parameter(typeof(TRow), "row");
            var body = new RowRewriter<TRow>(typeof(T), predicate.Parameters[0], row, map).Visit(predicate.Body);
            rows = rows.Where(Expression.Lambda<Func<TRow, bool>>(body, row));
        }

        return rows;
    }

    private EfQuery<T> AddMembership(Expression<Func<T, object>> field, IEnumerable? values, bool negate)
    {
        var member = field.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : field.Body;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(member.Type))!;
        foreach (var value in values ?? Array.Empty<object>())
        {
            list.Add(value);
        }

        // Held in a field, as the compiler does for captured variables, so that the values become one SQL parameter.
        var holder = Activator.CreateInstance(typeof(Captured<>).MakeGenericType(typeof(T), list.GetType()), list)!;
        var captured = Expression.Property(Expression.Constant(holder), nameof(Captured<>.Value));
        Expression contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [member.Type], captured, member);
        _predicates.Add(Expression.Lambda<Func<T, bool>>(negate ? Expression.Not(contains) : contains, field.Parameters));
        return this;
    }

    private sealed record Captured<TValue>(TValue Value);
}

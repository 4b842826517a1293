using System.Linq.Expressions;
using System.Reflection;

namespace Deventer4GlobalGoals.Cms.Persistence.Querying;

/// <summary>
/// Looks paths ("-1,12,15") up by range, which an index answers; a pattern match would read the whole table. Paths hold digits,
/// commas and a minus only, and are compared by code point.
/// </summary>
public static class PathRange
{
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <summary>Rows whose path begins with a prefix.</summary>
    public static IQueryable<TRow> WherePathStartsWith<TRow>(this IQueryable<TRow> rows, Expression<Func<TRow, string>> path, string prefix)
    {
        ArgumentNullException.ThrowIfNull(path);
        Expression<Func<string>> from = () => prefix;
        var body = StartsWith(path.Body, from.Body);
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(body, path.Parameters));
    }

    /// <summary>Rows below the node with this path.</summary>
    public static IQueryable<TRow> WhereBelow<TRow>(this IQueryable<TRow> rows, Expression<Func<TRow, string>> path, string ancestor) =>
        rows.WherePathStartsWith(path, ancestor + ",");

    /// <summary>The node with this path and all rows below it.</summary>
    public static IQueryable<TRow> WhereAtOrBelow<TRow>(this IQueryable<TRow> rows, Expression<Func<TRow, string>> path, string ancestor)
    {
        ArgumentNullException.ThrowIfNull(path);
        Expression<Func<string>> self = () => ancestor;
        Expression<Func<string>> from = () => ancestor + ",";
        var body = Expression.OrElse(Expression.Equal(path.Body, self.Body), StartsWith(path.Body, from.Body));
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(body, path.Parameters));
    }

    internal static BinaryExpression StartsWith(Expression path, Expression prefix)
    {
        // '~' sorts behind everything that a path can hold.
        Expression<Func<string, string>> end = text => text + "~";
        var upper = new ParameterReplacer(end.Parameters[0], prefix).Visit(end.Body);
        return Expression.AndAlso(
            Expression.GreaterThanOrEqual(Expression.Call(Compare, path, prefix), Expression.Constant(0)),
            Expression.LessThan(Expression.Call(Compare, path, upper), Expression.Constant(0)));
    }
}

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
        Expression<Func<string>> from = () => ancestor;

        // '-' sorts right behind ',' and before the digits: the node itself and what is below it, but not 150 beside 15. One range, because an index doesn't answer an OR.
        Expression<Func<string>> end = () => ancestor + "-";
        var body = Between(path.Body, from.Body, end.Body);
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(body, path.Parameters));
    }

    internal static BinaryExpression StartsWith(Expression path, Expression prefix)
    {
        // '~' sorts behind everything that a path can hold.
        Expression<Func<string, string>> end = text => text + "~";
        return Between(path, prefix, new ParameterReplacer(end.Parameters[0], prefix).Visit(end.Body));
    }

    private static BinaryExpression Between(Expression path, Expression from, Expression before) => Expression.AndAlso(
        Expression.GreaterThanOrEqual(Expression.Call(Compare, path, from), Expression.Constant(0)),
        Expression.LessThan(Expression.Call(Compare, path, before), Expression.Constant(0)));
}

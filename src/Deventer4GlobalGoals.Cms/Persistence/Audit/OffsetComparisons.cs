using System.Linq.Expressions;

namespace Deventer4GlobalGoals.Cms.Persistence.Audit;

/// <summary>
/// Umbraco's audit service compares the stored moment, which is UTC, as a moment with an offset. SQLite has no such type,
/// so the other side of the comparison is brought to UTC before the query is translated.
/// </summary>
internal sealed class OffsetComparisons : ExpressionVisitor
{
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (!IsOffset(node.Left.Type) || !IsOffset(node.Right.Type))
        {
            return base.VisitBinary(node);
        }

        var left = Moment(node.Left);
        var right = Moment(node.Right);
        return Expression.MakeBinary(node.NodeType, left, right);
    }

    private static bool IsOffset(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset);

    private static Expression Moment(Expression side)
    {
        var inner = side;
        while (inner is UnaryExpression { NodeType: ExpressionType.Convert } convert)
        {
            inner = convert.Operand;
        }

        if (inner.Type == typeof(DateTime))
        {
            return inner;
        }

        var value = Expression.Lambda<Func<DateTimeOffset?>>(Expression.Convert(inner, typeof(DateTimeOffset?))).Compile()();
        return Expression.Constant((value ?? DateTimeOffset.MinValue).UtcDateTime);
    }
}

using System.Linq.Expressions;

namespace Deventer4GlobalGoals.Cms.Persistence.Querying;

/// <summary>Replaces one parameter by another expression.</summary>
internal sealed class ParameterReplacer(ParameterExpression from, Expression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
}

/// <summary>Turns members of an entity into columns, and Umbraco's string helpers into methods that Entity Framework translates.</summary>
internal sealed class RowRewriter<TRow>(Type entity, ParameterExpression from, ParameterExpression to, QueryMap<TRow> map) : ExpressionVisitor
{
    protected override Expression VisitMember(MemberExpression node)
    {
        if (Unwrap(node.Expression) != from)
        {
            return base.VisitMember(node);
        }

        var column = map.Column(entity, node.Member.Name);
        var value = new ParameterReplacer(column.Parameters[0], to).Visit(column.Body);
        return value.Type == node.Type ? value : Expression.Convert(value, node.Type);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var umbraco = node.Method.DeclaringType?.Namespace?.StartsWith("Umbraco", StringComparison.Ordinal) == true;
        if (umbraco && node.Arguments.Count >= 2 && node.Arguments[0].Type == typeof(string))
        {
            return StringTest(node.Method.Name, node.Arguments[0], node.Arguments[1]);
        }

        if (node.Method.DeclaringType == typeof(string) && node.Object is not null && node.Arguments is [{ Type: var type }, ..] && type == typeof(string))
        {
            return StringTest(node.Method.Name, node.Object, node.Arguments[0]);
        }

        return base.VisitMethodCall(node);
    }

    private Expression StringTest(string method, Expression subject, Expression argument)
    {
        var name = method.Replace("Sql", "", StringComparison.Ordinal).Replace("Invariant", "", StringComparison.Ordinal);
        var column = Visit(subject);
        var value = Visit(argument);
        return name switch
        {
            "Equals" => Expression.Equal(column, value),
            "StartsWith" when IsPath(subject) => PathRange.StartsWith(column, value),
            "StartsWith" or "EndsWith" or "Contains" => Expression.Call(column, typeof(string).GetMethod(name, [typeof(string)])!, value),
            _ => throw new NotSupportedException($"Queries on {entity.Name} can't use {method}."),
        };
    }

    private bool IsPath(Expression subject) =>
        subject is MemberExpression { Member.Name: "Path" } member && Unwrap(member.Expression) == from;

    private static Expression? Unwrap(Expression? expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert } convert)
        {
            expression = convert.Operand;
        }

        return expression;
    }
}

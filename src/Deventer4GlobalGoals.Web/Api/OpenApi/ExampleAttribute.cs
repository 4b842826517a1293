using System.Text.Json.Nodes;

namespace Deventer4GlobalGoals.Web.Api.OpenApi;

/// <summary>A value that a property may have, for the description of the API.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExampleAttribute(object value) : Attribute
{
    /// <summary>A text, a number or a truth value.</summary>
    public object Value { get; } = value;

    public JsonNode Json => Value switch
    {
        bool flag => flag,
        int number => number,
        double number => number,
        _ => Value.ToString()!,
    };
}

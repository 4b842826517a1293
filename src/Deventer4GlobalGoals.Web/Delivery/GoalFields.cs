using System.Globalization;
using System.Text.Json;
using Deventer4GlobalGoals.Goals;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Web.Delivery;

/// <summary>What a page does for the goals, and in which sectors, as fields of the Delivery API's index.</summary>
public sealed class GoalIndexer : IContentIndexHandler
{
    internal const string Goal = "goal";
    internal const string Target = "target";
    internal const string Role = "role";
    internal const string Sector = "sector";

    public IEnumerable<IndexFieldValue> GetFieldValues(IContent content, string? culture)
    {
        var contributions = ContributionJson.TryParse(content.GetValue<string>("contributions"), out var read, out _) ? read : [];
        return
        [
            Field(Goal, contributions.Select(contribution => contribution.Goal.ToString(CultureInfo.InvariantCulture))),
            Field(Target, contributions.Select(contribution => contribution.Target?.ToString()).OfType<string>()),
            Field(Role, contributions.Select(contribution => contribution.Role.ToString())),
            Field(Sector, Choices(content.GetValue<string>("sectors"))),
        ];
    }

    public IEnumerable<IndexField> GetFields() => new[] { Goal, Target, Role, Sector }
        .Select(name => new IndexField { FieldName = name, FieldType = FieldType.StringRaw, VariesByCulture = false });

    private static IndexFieldValue Field(string name, IEnumerable<string> values) => new() { FieldName = name, Values = values.Distinct().ToArray() };

    /// <summary>A drop-down keeps a JSON list of texts.</summary>
    private static string[] Choices(string? stored)
    {
        try
        {
            return string.IsNullOrWhiteSpace(stored) ? [] : JsonSerializer.Deserialize<string[]>(stored) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>"goal:12", "goal:12,13" for either, and "goal:!12" for neither.</summary>
public abstract class ChoiceFilter(string name) : IFilterHandler
{
    private readonly string _specifier = name + ":";

    public bool CanHandle(string query) => query.StartsWith(_specifier, StringComparison.OrdinalIgnoreCase);

    public FilterOption BuildFilterOption(string filter)
    {
        var value = filter[_specifier.Length..];
        var isNegated = value.StartsWith('!');
        return new FilterOption
        {
            FieldName = name,
            Operator = isNegated ? FilterOperation.IsNot : FilterOperation.Is,
            Values = value.TrimStart('!').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
    }
}

/// <summary>Pages that contribute to a goal, by its number.</summary>
public sealed class GoalFilter() : ChoiceFilter(GoalIndexer.Goal);

/// <summary>Pages that contribute to a target: "target:12.5".</summary>
public sealed class TargetFilter() : ChoiceFilter(GoalIndexer.Target);

/// <summary>Pages with a contribution of that role: "role:primary" or "role:secondary".</summary>
public sealed class RoleFilter() : ChoiceFilter(GoalIndexer.Role);

/// <summary>Pages of a sector, by its Dutch name: "sector:Bouw en wonen".</summary>
public sealed class SectorFilter() : ChoiceFilter(GoalIndexer.Sector);

using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Web.Api.Answers;
using Deventer4GlobalGoals.Web.Api.Requests;
using Deventer4GlobalGoals.Web.Api.Resources;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Api.Collections;

/// <summary>The seventeen goals.</summary>
internal sealed class GoalCollection() : ApiCollection<Goal, GoalResource>(
    Path,
    "DefinedTerm",
    new ApiKey("number", "The number of the goal.", "12", new ApiSchema("integer") { Minimum = 1, Maximum = GoalCatalogue.Count }),
    [ApiParameter.Sector, ApiParameter.Year])
{
    public const string Path = "goals";

    public override IReadOnlyList<CsvColumn<GoalResource>> Columns { get; } =
    [
        new("number", goal => goal.Number),
        new("name", goal => goal.Name),
        new("description", goal => goal.Description),
        new("language", goal => goal.Language),
        new("uri", goal => goal.Uri.AbsoluteUri),
        new("color", goal => goal.Color),
        new("practices", goal => goal.Counts.Practices),
        new("organisations", goal => goal.Counts.Organisations),
        new("meetings", goal => goal.Counts.Meetings),
        new("self", goal => goal.Links.Self.Href),
        new("page", goal => goal.Links.Page?.Href),
    ];

    /// <summary>With a sector or a year: the goals that something contributes to there and then.</summary>
    public override IReadOnlyList<Goal> Find(ApiView view, ApiRequest request)
    {
        var goals = GoalCatalogue.Default.Goals;
        if (request is { Sector: null, Year: null })
        {
            return goals;
        }

        var year = request.Year?.ToString(CultureInfo.InvariantCulture);
        var found = view.Community.Items.Values
            .Where(item => item.Kind is ItemKind.Practice or ItemKind.Organisation or ItemKind.Meeting)
            .Where(item => request.Sector is not { } sector || item.Sectors.Contains(sector, StringComparer.OrdinalIgnoreCase))
            .Where(item => year is null || item.Years.Contains(year))
            .SelectMany(item => item.Goals.Select(goal => goal.Number))
            .ToHashSet();
        return [.. goals.Where(goal => found.Contains(goal.Number))];
    }

    public override Goal? Get(ApiView view, string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && GoalCatalogue.Default.TryGetGoal(number, out var goal)
        && key == goal.Number.ToString(CultureInfo.InvariantCulture)
            ? goal
            : null;

    public override GoalResource Make(ApiView view, Goal source) => new()
    {
        Number = source.Number,
        Name = source.Name(view.Language),
        Description = source.Sentence(view.Language),
        Language = view.Language,
        Uri = source.Uri,
        Color = source.Colour,
        Counts = Parts.Counts(view.Community.Figures.Goal(source.Number)),
        Links = new GoalLinks
        {
            Self = view.Link($"{Path}/{source.Number}"),
            Page = view.Community.Goal(source.Number) is { } page ? view.Page(page) : null,
            Targets = view.Link($"{TargetCollection.Path}?goal={source.Number}"),
            Practices = view.Link($"{PracticeCollection.Path}?goal={source.Number}"),
        },
    };
}

/// <summary>The 169 targets.</summary>
internal sealed class TargetCollection() : ApiCollection<Target, TargetResource>(
    Path, "DefinedTerm", new ApiKey("code", "The code of the target.", "12.5", ApiParameter.Target.Schema), [ApiParameter.Goal])
{
    public const string Path = "targets";

    public override IReadOnlyList<CsvColumn<TargetResource>> Columns { get; } =
    [
        new("code", target => target.Code),
        new("goal", target => target.Goal),
        new("name", target => target.Name),
        new("description", target => target.Description),
        new("language", target => target.Language),
        new("uri", target => target.Uri.AbsoluteUri),
        new("isWhiteSpot", target => target.IsWhiteSpot),
        new("practices", target => target.Counts.Practices),
        new("organisations", target => target.Counts.Organisations),
        new("meetings", target => target.Counts.Meetings),
        new("self", target => target.Links.Self.Href),
    ];

    public override IReadOnlyList<Target> Find(ApiView view, ApiRequest request) => request.Goal is { } goal
        ? [.. GoalCatalogue.Default.Targets.Where(target => target.GoalNumber == goal)]
        : GoalCatalogue.Default.Targets;

    public override Target? Get(ApiView view, string key) =>
        TargetCode.TryParse(key, out var code) && GoalCatalogue.Default.TryGetTarget(code, out var target) && key == code.ToString() ? target : null;

    public override TargetResource Make(ApiView view, Target source)
    {
        var coverage = view.Community.Figures.Target(source.Code);
        return new TargetResource
        {
            Code = source.Code.ToString(),
            Goal = source.GoalNumber,
            Name = source.Name(view.Language),
            Description = source.Sentence(view.Language),
            Language = view.Language,
            Uri = source.Uri,
            IsWhiteSpot = coverage.IsWhiteSpot,
            Counts = Parts.Counts(coverage),
            Links = new TargetLinks
            {
                Self = view.Link($"{Path}/{source.Code}"),
                Goal = view.Link($"{GoalCollection.Path}/{source.GoalNumber}"),
            },
        };
    }
}

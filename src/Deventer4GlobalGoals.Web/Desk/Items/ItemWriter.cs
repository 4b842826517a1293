using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.ContentPublishing;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>A field that two people changed. Input is what the names of its inputs begin with.</summary>
public sealed record FieldConflict(string Input, string Label, string Mine, string Theirs, string TheirMark);

/// <summary>What came of saving.</summary>
public sealed record SaveResult
{
    public bool IsSaved { get; init; }

    public bool IsPublished { get; init; }

    /// <summary>What is wrong, by the name of the input; an empty name for what is about the whole.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Problems { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Not empty: nothing is saved, and whoever saves decides.</summary>
    public IReadOnlyList<FieldConflict> Conflicts { get; init; } = [];

    /// <summary>Labels of fields that somebody else changed meanwhile and this person didn't; theirs were kept.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];
}

/// <summary>
/// Saves a form. Reading what is there, comparing and saving happen under one lock, so that of two people who save at the same moment the second
/// sees what the first did.
/// </summary>
public sealed class ItemWriter(
    ItemForm form,
    FieldControls controls,
    IContentEditingService editing,
    IContentPublishingService publishing,
    ILanguageService languages,
    ITemplateService templates,
    CheckedPages checks,
    ICoreScopeProvider scopes)
{
    /// <summary>The input with which somebody chooses the other's value of a field.</summary>
    public static string ChoiceOf(string input) => $"kies.{input}";

    /// <summary>What <see cref="ChoiceOf"/> says when the other's value is to stay.</summary>
    public const string Theirs = "theirs";

    public async Task<SaveResult> SaveAsync(Guid key, string culture, FieldData data, Viewer viewer, bool publish)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(viewer);
        using var scope = scopes.CreateCoreScope();

        // At once: a lock that waits until the database is asked would come after a row that was kept from before it.
        scope.EagerWriteLock(Constants.Locks.ContentTree);
        if (await editing.GetAsync(key) is not { Trashed: false } item || !ItemAccess.MayEdit(viewer, item))
        {
            return Problem(string.Empty, Say(viewer, "Deze pagina is er niet meer, of u mag hem niet veranderen.", "This page is gone, or you may not change it."));
        }

        var isDefault = await languages.GetDefaultIsoCodeAsync() == culture;
        var fields = form.Groups(item.ContentType.Key, isDefault).SelectMany(group => group.Fields).ToList();
        var draft = new Draft(item, culture, data, viewer, form);
        draft.Name();
        foreach (var field in fields.Where(controls.CanEdit))
        {
            draft.Field(field);
        }

        if (draft.Problems.Count > 0 || draft.Conflicts.Count > 0)
        {
            return new SaveResult { Problems = draft.Problems, Conflicts = draft.Conflicts };
        }

        var updated = await editing.UpdateAsync(key, await ModelAsync(item, culture, draft), viewer.Required.Key);
        if (!updated.Success)
        {
            return Problem(string.Empty, ItemWords.Explain(updated.Status, viewer.Language));
        }

        var problems = Problems(updated.Result.ValidationResult.ValidationErrors.Where(error => error.Culture is null || error.Culture == culture), fields);
        var errors = publish && ItemAccess.MayPublish(viewer) ? Errors(updated.Result.Content ?? item, culture) : [];
        if (errors.Count > 0)
        {
            scope.Complete();
            Explain(errors, fields, problems, viewer);
            return new SaveResult { IsSaved = true, Problems = problems, Merged = draft.Merged };
        }

        var published = publish && ItemAccess.MayPublish(viewer)
            ? await publishing.PublishAsync(key, [new CulturePublishScheduleModel { Culture = Culture(item, culture) }], viewer.Required.Key)
            : (Attempt<ContentPublishingResult, ContentPublishingOperationStatus>?)null;
        scope.Complete();
        if (published is { Success: false } refused)
        {
            var aliases = refused.Result?.InvalidPropertyAliases ?? [];
            problems.TryAdd(string.Empty, [ItemWords.Explain(refused.Status, viewer.Language)]);
            foreach (var field in fields.Where(field => aliases.Contains(field.Alias)))
            {
                problems.TryAdd(ItemForm.InputOf(field.Alias), [Say(viewer, "Vul dit in. Zonder dit kan de pagina niet online.", "Fill this in. Without it the page can't go online.")]);
            }
        }

        return new SaveResult { IsSaved = true, IsPublished = published is { Success: true }, Problems = problems, Merged = draft.Merged };
    }

    /// <summary>What keeps it from going online.</summary>
    private List<Finding> Errors(IContent item, string culture) => [.. checks.Find(item, culture).Where(finding => finding.Rule.IsError)];

    /// <summary>Puts what was found with the fields that it is about.</summary>
    private static void Explain(List<Finding> errors, List<FieldSpec> fields, Dictionary<string, IReadOnlyList<string>> problems, Viewer viewer)
    {
        problems[string.Empty] = [Say(viewer, "Bewaard, maar nog niet online. Verander eerst dit:", "Saved, but not online yet. Change this first:")];
        foreach (var group in errors.GroupBy(finding => fields.Exists(field => field.Alias == finding.Field) ? ItemForm.InputOf(finding.Field) : string.Empty, StringComparer.Ordinal))
        {
            problems[group.Key] = [.. problems.GetValueOrDefault(group.Key, []), .. group.Select(finding => finding.Text(viewer.Language))];
        }
    }

    /// <summary>For an item without languages Umbraco wants none named.</summary>
    public static string? Culture(IContent item, string culture)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.ContentType.Variations.HasFlag(ContentVariation.Culture) ? culture : null;
    }

    /// <summary>Every property is in it: Umbraco empties those that aren't.</summary>
    private async Task<ContentUpdateModel> ModelAsync(IContent item, string culture, Draft draft)
    {
        var values = controls.Specs(item.ContentType.Key).SelectMany(group => group.Fields).Select(field => new PropertyValueModel
        {
            Alias = field.Alias,
            Culture = field.Varies ? culture : null,
            Value = ItemForm.Wire(draft.Values.TryGetValue(field.Alias, out var typed) ? typed : form.EditorValue(item, field, culture)),
        });
        return new ContentUpdateModel
        {
            Properties = [.. values],
            Variants = [new VariantModel { Culture = Culture(item, culture), Name = draft.ItemName }],
            TemplateKey = item.TemplateId is { } template ? (await templates.GetAsync(template))?.Key : null,
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Problems(
        IEnumerable<Umbraco.Cms.Core.Models.ContentEditing.Validation.PropertyValidationError> errors, IReadOnlyList<FieldSpec> fields) => errors
        .Where(error => fields.Any(field => field.Alias == error.Alias))
        .GroupBy(error => ItemForm.InputOf(error.Alias), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.SelectMany(error => error.ErrorMessages).Select(ItemWords.Plain).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);

    private static SaveResult Problem(string input, string text) =>
        new() { Problems = new Dictionary<string, IReadOnlyList<string>> { [input] = [text] } };

    private static string Say(Viewer viewer, string dutch, string english) => viewer.Language == "en" ? english : dutch;
}

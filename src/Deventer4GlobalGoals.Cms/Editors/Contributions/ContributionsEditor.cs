using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Deventer4GlobalGoals.Goals;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Contributions;

/// <summary>What an item does for the goals; the Goals room says what is right.</summary>
[DataEditor(SchemaAlias, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
public sealed class ContributionsEditor : DataEditor
{
    public const string SchemaAlias = "D4GG.Contributions";

    public ContributionsEditor(IDataValueEditorFactory factory)
        : base(factory) =>
        SupportsReadOnly = true;

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    private sealed class ValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
        : CheckedValueEditor(attribute, strings, json, io)
    {
        public override IValueRequiredValidator RequiredValidator => new RequiredListValidator();

        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            ContributionJson.TryParse(Text(editorValue.Value), out var contributions, out _) && contributions.Count > 0
                ? ContributionJson.Write(contributions)
                : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            EditorJson.TryGetNode(property.GetValue(culture, segment), out var node) && node is not null ? node : new JsonArray();

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
        {
            if (ContributionJson.TryParse(Text(value), out _, out var problems))
            {
                return [];
            }

            var all = new NestedValidationResults();
            foreach (var place in problems.Where(problem => problem.Severity == ContributionSeverity.Error).GroupBy(problem => problem.Path))
            {
                // Umbraco puts the "$." in front of a path itself.
                var nested = new NestedJsonPathValidationResults(place.Key.TrimStart('$').TrimStart('.'));
                foreach (var problem in place)
                {
                    nested.ValidationResults.Add(new ValidationResult(problem.ToString(), ["value"]));
                }

                all.ValidationResults.Add(nested);
            }

            all.ErrorMessage = string.Join(' ', problems.Where(problem => problem.Severity == ContributionSeverity.Error));
            return [all];
        }

        private static string? Text(object? value) => value is string or null ? (string?)value : EditorJson.Write(value);
    }
}

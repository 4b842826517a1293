using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Values;

/// <summary>A value editor with one check of its own, beside "mandatory" and the pattern that every editor has.</summary>
internal abstract class CheckedValueEditor : DataValueEditor
{
    protected CheckedValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
        : base(strings, json, io, attribute) =>
        Validators.Add(new OwnCheck(this));

    /// <summary>What is wrong with a value that is not empty. Called with edited and with stored values.</summary>
    protected abstract IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context);

    private sealed class OwnCheck(CheckedValueEditor editor) : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext) =>
            value is null or "" ? [] : editor.Check(value, dataTypeConfiguration, validationContext);
    }
}

/// <summary>"Mandatory" for values that are lists: an empty list is no value, in whatever shape it comes.</summary>
internal sealed class RequiredListValidator : IValueRequiredValidator
{
    public IEnumerable<ValidationResult> ValidateRequired(object? value, string? valueType)
    {
        var empty = value switch
        {
            null => true,
            string text => string.IsNullOrWhiteSpace(text) || text.Trim() is "[]" or "{}" or "null",
            JsonArray array => array.Count == 0,
            ICollection items => items.Count == 0,
            _ => false,
        };
        return empty ? [new ValidationResult("#validation_invalidEmpty", ["value"])] : [];
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Editors.Validation;

/// <summary>
/// Umbraco's validation with the property's name and alias in front of every message: validators know the value only,
/// and a list of "fill this in" helps nobody. Inside blocks the names add up from the outside in.
/// </summary>
public sealed class NamingPropertyValidationService(PropertyValidationService inner) : IPropertyValidationService
{
    public IEnumerable<ValidationResult> ValidatePropertyValue(
        IPropertyType propertyType,
        object? postedValue,
        PropertyValidationContext validationContext)
    {
        var name = $"{propertyType.Name} ({propertyType.Alias})";
        foreach (var result in inner.ValidatePropertyValue(propertyType, postedValue, validationContext))
        {
            Prefix(result, name);
            yield return result;
        }
    }

    public IEnumerable<ValidationResult> ValidatePropertyValue(
        IDataEditor editor,
        IDataType dataType,
        object? postedValue,
        bool isRequired,
        string? validationRegExp,
        string? isRequiredMessage,
        string? validationRegExpMessage,
        PropertyValidationContext validationContext)
    {
        foreach (var result in inner.ValidatePropertyValue(
            editor,
            dataType,
            postedValue,
            isRequired,
            validationRegExp,
            isRequiredMessage,
            validationRegExpMessage,
            validationContext))
        {
            result.ErrorMessage = Plain(result.ErrorMessage);
            yield return result;
        }
    }

    public bool IsPropertyDataValid(IContent content, out IProperty[] invalidProperties, CultureImpact? impact) =>
        inner.IsPropertyDataValid(content, out invalidProperties, impact);

    [Obsolete("Umbraco drops validation per property in version 20; use IsPropertyDataValid.")]
    public bool IsPropertyValid(IProperty property, PropertyValidationContext validationContext) =>
        inner.IsPropertyValid(property, validationContext);

    private static void Prefix(ValidationResult result, string name)
    {
        if (result is not INestedValidationResults nested)
        {
            result.ErrorMessage = $"{name}: {Plain(result.ErrorMessage)}";
            return;
        }

        foreach (var child in nested.ValidationResults)
        {
            Prefix(child, name);
        }

        // A message on a place in the JSON would be reported twice; one on the whole is for callers that look no deeper.
        if (result is not IJsonPathValidationResult)
        {
            result.ErrorMessage = string.Join(' ', Leaves(nested).Select(leaf => leaf.ErrorMessage));
        }
    }

    private static IEnumerable<ValidationResult> Leaves(INestedValidationResults nested) =>
        nested.ValidationResults.SelectMany(child => child is INestedValidationResults deeper ? Leaves(deeper) : [child]);

    /// <summary>Umbraco's own messages are keys that its desk translates; there is no such desk here.</summary>
    private static string? Plain(string? message) =>
        message is ['#', .. var key] && EditorMessages.Knows(key) ? EditorMessages.Text(CultureInfo.CurrentUICulture, key) : message;
}

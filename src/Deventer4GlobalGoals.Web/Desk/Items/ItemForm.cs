using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>
/// An item as a form and back. Every field carries a mark of the value that it was drawn from, so that at saving can be told what this person
/// changed, and what somebody else changed meanwhile.
/// </summary>
public sealed class ItemForm(FieldControls controls, PropertyEditorCollection editors)
{
    /// <summary>The name of the input with the item's name.</summary>
    public const string Name = "name";

    private const int MarkBytes = 12;

    /// <summary>What the names of a property's inputs begin with.</summary>
    public static string InputOf(string alias) => $"f.{alias}";

    /// <summary>The input with the mark of what a field was drawn from.</summary>
    public static string MarkOf(string input) => $"was.{input}";

    /// <summary>The fields that are edited in a language: in the default one all, in others what varies.</summary>
    public IReadOnlyList<FieldGroup> Groups(Guid typeKey, bool isDefaultCulture) =>
        [.. controls.Specs(typeKey)
            .Select(group => group with { Fields = [.. group.Fields.Where(field => isDefaultCulture || field.Varies)] })
            .Where(group => group.Fields.Count > 0)];

    /// <summary>Puts what is stored in the fields, with their marks.</summary>
    public FieldData Read(IContent item, string culture, IEnumerable<FieldGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(groups);
        var data = new FieldData();
        var name = NameOf(item, culture);
        data.Set(Name, name);
        data.Set(MarkOf(Name), Mark(name));
        foreach (var field in groups.SelectMany(group => group.Fields))
        {
            ReadField(item, culture, field, data);
            data.Set(MarkOf(InputOf(field.Alias)), Mark(Stored(item, field, culture)));
        }

        return data;
    }

    /// <summary>Draws one field from what is stored.</summary>
    public void ReadField(IContent item, string culture, FieldSpec field, FieldData data)
    {
        ArgumentNullException.ThrowIfNull(field);
        controls.For(field).Read(field, EditorValue(item, field, culture), InputOf(field.Alias), data);
    }

    public static string NameOf(IContent item, string culture)
    {
        ArgumentNullException.ThrowIfNull(item);
        return (item.ContentType.Variations.HasFlag(ContentVariation.Culture) ? item.GetCultureName(culture) : item.Name) ?? string.Empty;
    }

    /// <summary>What a list calls it: its Dutch name, or the name that it has.</summary>
    public static string TitleOf(IContent item) => NameOf(item, Content.SitePage.DefaultCulture) is { Length: > 0 } name ? name : item.Name ?? string.Empty;

    /// <summary>What a stored value is once it has been through the form untouched.</summary>
    public string Stored(IContent item, FieldSpec field, string culture)
    {
        var data = new FieldData();
        ReadField(item, culture, field, data);
        return Canonical(item.Key, field, controls.For(field).Write(field, InputOf(field.Alias), data));
    }

    /// <summary>What the typed value would be, once stored.</summary>
    /// <exception cref="FieldException">What is typed can't be such a value.</exception>
    public string Typed(Guid itemKey, FieldSpec field, FieldData data) => Canonical(itemKey, field, Write(field, data));

    /// <inheritdoc cref="FieldControl.Write"/>
    public object? Write(FieldSpec field, FieldData data)
    {
        ArgumentNullException.ThrowIfNull(field);
        return controls.For(field).Write(field, InputOf(field.Alias), data);
    }

    public string Describe(FieldSpec field, FieldData data)
    {
        ArgumentNullException.ThrowIfNull(field);
        return controls.For(field).Describe(field, InputOf(field.Alias), data);
    }

    public FieldView View(FieldSpec field, FieldData data, IReadOnlyList<string> errors) => new(field, InputOf(field.Alias), data, errors, controls.For(field));

    /// <summary>The value as a property editor gives it to whoever edits.</summary>
    public JsonNode? EditorValue(IContent item, FieldSpec field, string culture)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(field);
        return item.Properties.TryGetValue(field.Alias, out var property) && editors.TryGet(field.EditorAlias, out var editor)
            ? FieldJson.ToNode(editor.GetValueEditor(field.Config).ToEditor(property, field.Varies ? culture : null, null))
            : null;
    }

    public static string Mark(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, MarkBytes));

    private string Canonical(Guid itemKey, FieldSpec field, object? value)
    {
        if (!editors.TryGet(field.EditorAlias, out var editor))
        {
            return FieldJson.ToNode(value)?.ToJsonString() ?? string.Empty;
        }

        var data = new ContentPropertyData(Wire(value), field.Config) { ContentKey = itemKey };
        return Convert.ToString(editor.GetValueEditor(field.Config).FromEditor(data, null), CultureInfo.InvariantCulture) ?? string.Empty;
    }

    /// <summary>Objects and lists travel as JSON text, as Umbraco's own API brings them in; text, numbers and yes or no as they are.</summary>
    public static object? Wire(object? value) => value switch
    {
        JsonValue single => single.GetValueKind() switch
        {
            JsonValueKind.String => single.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => single.ToJsonString(),
        },
        JsonNode node => node.ToJsonString(),
        _ => value,
    };
}

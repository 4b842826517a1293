using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Choices;

/// <summary>Several choices from a list, stored as a JSON list of texts.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.CheckBoxList, ValueEditorIsReusable = true)]
public sealed class CheckBoxListEditor : DataEditor
{
    private readonly IIOHelper _io;

    public CheckBoxListEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ChoicesValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new ValueListConfigurationEditor(_io);
}

/// <summary>One or several choices from a list, stored as a JSON list of texts in both cases.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.DropDownListFlexible, ValueEditorIsReusable = true)]
public sealed class DropDownFlexibleEditor : DataEditor
{
    private readonly IIOHelper _io;

    public DropDownFlexibleEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ChoicesValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new DropDownFlexibleConfigurationEditor(_io);
}

/// <summary>One choice from a list, stored as the text itself.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.RadioButtonList, ValueEditorIsReusable = true)]
public sealed class RadioButtonListEditor : DataEditor
{
    private readonly IIOHelper _io;

    public RadioButtonListEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ChoiceValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new ValueListConfigurationEditor(_io);
}

internal sealed class ValueListConfigurationEditor(IIOHelper io) : ConfigurationEditor<ValueListConfiguration>(io);

internal sealed class DropDownFlexibleConfigurationEditor(IIOHelper io) : ConfigurationEditor<DropDownFlexibleConfiguration>(io);

internal sealed class ChoicesValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
    : CheckedValueEditor(attribute, strings, json, io)
{
    public override IValueRequiredValidator RequiredValidator => new RequiredListValidator();

    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
        ChosenValues.Store(editorValue.Value);

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        ChosenValues.Read(property.GetValue(culture, segment)) ?? [];

    protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
    {
        if (ChosenValues.Read(value) is not { } chosen)
        {
            return [EditorMessages.Result("notJson")];
        }

        if (configuration is DropDownFlexibleConfiguration { Multiple: false } && chosen.Length > 1)
        {
            return [EditorMessages.Result("onlyOne")];
        }

        return configuration is ValueListConfiguration list
            ? chosen.Except(list.Items, StringComparer.Ordinal).Select(text => EditorMessages.Result("notAnOption", text))
            : [];
    }
}

internal sealed class ChoiceValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
    : CheckedValueEditor(attribute, strings, json, io)
{
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        property.GetValue(culture, segment)?.ToString() ?? string.Empty;

    protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context) =>
        configuration is ValueListConfiguration list && !list.Items.Contains(value.ToString()!)
            ? [EditorMessages.Result("notAnOption", value)]
            : [];
}

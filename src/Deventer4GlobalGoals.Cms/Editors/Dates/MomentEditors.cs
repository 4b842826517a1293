using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Dates;

/// <summary>Umbraco's older date picker: a date and time without a zone, in a date column.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.DateTime, ValueType = ValueTypes.DateTime, ValueEditorIsReusable = true)]
public sealed class DateTimeEditor : DataEditor
{
    public DateTimeEditor(IDataValueEditorFactory factory)
        : base(factory) =>
        SupportsReadOnly = true;

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    private sealed class ValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
        : CheckedValueEditor(attribute, strings, json, io)
    {
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            StoredMoment.Read(editorValue.Value, MomentKind.DateTimeUnspecified)?.Date.DateTime;

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context) =>
            StoredMoment.Read(value, MomentKind.DateTimeUnspecified) is null ? [EditorMessages.Result("notADate", value)] : [];
    }
}

[DataEditor(Constants.PropertyEditors.Aliases.DateTimeUnspecified, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
public sealed class DateTimeUnspecifiedEditor(IDataValueEditorFactory factory) : MomentEditor(factory, MomentKind.DateTimeUnspecified);

[DataEditor(Constants.PropertyEditors.Aliases.DateTimeWithTimeZone, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
public sealed class DateTimeWithTimeZoneEditor(IDataValueEditorFactory factory, IIOHelper io)
    : MomentEditor(factory, MomentKind.DateTimeWithTimeZone)
{
    protected override IConfigurationEditor CreateConfigurationEditor() => new Configuration(io);

    private sealed class Configuration(IIOHelper io) : ConfigurationEditor<DateTimeConfiguration>(io);
}

[DataEditor(Constants.PropertyEditors.Aliases.DateOnly, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
public sealed class DateOnlyEditor(IDataValueEditorFactory factory) : MomentEditor(factory, MomentKind.DateOnly);

[DataEditor(Constants.PropertyEditors.Aliases.TimeOnly, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
public sealed class TimeOnlyEditor(IDataValueEditorFactory factory) : MomentEditor(factory, MomentKind.TimeOnly);

/// <summary>The anatomy that the four newer date editors share.</summary>
public abstract class MomentEditor : DataEditor
{
    private readonly MomentKind _kind;

    private protected MomentEditor(IDataValueEditorFactory factory, MomentKind kind)
        : base(factory)
    {
        _kind = kind;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() =>
        DataValueEditorFactory.Create<MomentValueEditor>(Attribute!, _kind);
}

internal sealed class MomentValueEditor(
    DataEditorAttribute attribute,
    MomentKind kind,
    IShortStringHelper strings,
    IJsonSerializer json,
    IIOHelper io) : CheckedValueEditor(attribute, strings, json, io), IDataValueSortable
{
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
        StoredMoment.Read(editorValue.Value, kind)?.ToStored();

    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
        StoredMoment.Read(property.GetValue(culture, segment), kind) is { } moment
            ? new { date = moment.ToText(kind), timeZone = moment.TimeZone }
            : null;

    public string? GetSortableValue(object? value, object? dataTypeConfiguration) =>
        StoredMoment.Read(value, kind)?.Date.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
    {
        if (StoredMoment.Read(value, kind) is not { } moment)
        {
            return [EditorMessages.Result(StoredMoment.ErrorFor(kind), value)];
        }

        return kind == MomentKind.DateTimeWithTimeZone ? CheckZone(moment.TimeZone, configuration as DateTimeConfiguration) : [];
    }

    private static IEnumerable<ValidationResult> CheckZone(string? timeZone, DateTimeConfiguration? configuration)
    {
        if (timeZone is null)
        {
            yield return EditorMessages.Result("timeZoneMissing");
        }
        else if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            yield return EditorMessages.Result("timeZoneUnknown", timeZone);
        }
        else if (configuration?.TimeZones is { Mode: DateTimeConfiguration.TimeZoneMode.Custom } custom
            && !custom.TimeZones.Contains(timeZone, StringComparer.OrdinalIgnoreCase))
        {
            yield return EditorMessages.Result("timeZoneRefused", timeZone);
        }
    }
}

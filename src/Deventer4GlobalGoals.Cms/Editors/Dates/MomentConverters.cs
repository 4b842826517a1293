using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace Deventer4GlobalGoals.Cms.Editors.Dates;

[DefaultPropertyValueConverter]
public sealed class DateTimeUnspecifiedConverter() : MomentConverter<DateTime>(
    Constants.PropertyEditors.Aliases.DateTimeUnspecified,
    MomentKind.DateTimeUnspecified,
    moment => DateTime.SpecifyKind(moment.Date.DateTime, DateTimeKind.Unspecified));

[DefaultPropertyValueConverter]
public sealed class DateTimeWithTimeZoneConverter() : MomentConverter<DateTimeOffset>(
    Constants.PropertyEditors.Aliases.DateTimeWithTimeZone,
    MomentKind.DateTimeWithTimeZone,
    moment => moment.Date);

[DefaultPropertyValueConverter]
public sealed class DateOnlyConverter() : MomentConverter<DateOnly>(
    Constants.PropertyEditors.Aliases.DateOnly,
    MomentKind.DateOnly,
    moment => DateOnly.FromDateTime(moment.Date.DateTime));

[DefaultPropertyValueConverter]
public sealed class TimeOnlyConverter() : MomentConverter<TimeOnly>(
    Constants.PropertyEditors.Aliases.TimeOnly,
    MomentKind.TimeOnly,
    moment => TimeOnly.FromDateTime(moment.Date.DateTime));

/// <summary>Gives a nullable <typeparamref name="T"/>; the Delivery API gives the same value.</summary>
public abstract class MomentConverter<T> : PropertyValueConverterBase
    where T : struct
{
    private readonly string _editorAlias;
    private readonly MomentKind _kind;
    private readonly Func<StoredMoment, T> _convert;

    private protected MomentConverter(string editorAlias, MomentKind kind, Func<StoredMoment, T> convert)
    {
        _editorAlias = editorAlias;
        _kind = kind;
        _convert = convert;
    }

    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == _editorAlias;

    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(T?);

    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    public override object? ConvertSourceToIntermediate(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        object? source,
        bool preview) => StoredMoment.Read(source, _kind);

    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview) => inter is StoredMoment moment ? _convert(moment) : null;
}

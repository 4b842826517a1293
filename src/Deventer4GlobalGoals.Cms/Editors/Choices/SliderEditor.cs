using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Choices;

/// <summary>A number or a range of numbers, stored as "2.5" or "2.5,4" and edited as {"from":2.5,"to":4}.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.Slider, ValueEditorIsReusable = true)]
public sealed class SliderEditor : DataEditor
{
    private readonly IIOHelper _io;

    public SliderEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new SliderConfigurationEditor(_io);

    /// <param name="From">The number, or the lower end of the range.</param>
    /// <param name="To">The upper end; the same as <paramref name="From"/> for one number.</param>
    private sealed record Range(decimal? From, decimal? To)
    {
        public decimal Low => From ?? To ?? 0;

        public decimal High => To ?? Low;
    }

    private sealed class ValueEditor(DataEditorAttribute attribute, IShortStringHelper strings, IJsonSerializer json, IIOHelper io)
        : CheckedValueEditor(attribute, strings, json, io)
    {
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
        {
            if (Read(editorValue.Value) is not { } range)
            {
                return null;
            }

            var low = range.Low.ToString(CultureInfo.InvariantCulture);
            return range.Low == range.High ? low : low + "," + range.High.ToString(CultureInfo.InvariantCulture);
        }

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            Read(property.GetValue(culture, segment)) is { } range ? new Range(range.Low, range.High) : null;

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
        {
            if (Read(value) is not { } range)
            {
                return [EditorMessages.Result("notANumber", value)];
            }

            return configuration is SliderConfiguration slider ? Check(range, slider) : [];
        }

        private static IEnumerable<ValidationResult> Check(Range range, SliderConfiguration slider)
        {
            if (range.Low > range.High)
            {
                yield return EditorMessages.Result("rangeBackwards", range.Low, range.High);
            }

            if (!slider.EnableRange && range.Low != range.High)
            {
                yield return EditorMessages.Result("rangeRefused");
            }

            if (slider.EnableRange && slider.MinimumRange > 0 && range.High - range.Low < slider.MinimumRange)
            {
                yield return EditorMessages.Result("rangeTooSmall", slider.MinimumRange);
            }

            if (slider.MaximumValue <= slider.MinimumValue)
            {
                yield break;
            }

            foreach (var number in new[] { range.Low, range.High }.Distinct())
            {
                if (number < slider.MinimumValue)
                {
                    yield return EditorMessages.Result("below", number, slider.MinimumValue);
                }
                else if (number > slider.MaximumValue)
                {
                    yield return EditorMessages.Result("above", number, slider.MaximumValue);
                }
                else if (!ValidationHelper.IsValueValidForStep(number, slider.MinimumValue, slider.Step))
                {
                    yield return EditorMessages.Result("notAStep", number, slider.Step, slider.MinimumValue);
                }
            }
        }

        private static Range? Read(object? value)
        {
            if (value is not string text)
            {
                return value is not null && EditorJson.TryRead<Range>(value, out var read) && Known(read) ? read : Number(value);
            }

            if (text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
            {
                return EditorJson.TryRead<Range>(text, out var read) && Known(read) ? read : null;
            }

            var ends = text.Split(',').Select(Parse).ToArray();
            return ends.Length is 1 or 2 && ends.All(end => end is not null) ? new Range(ends[0], ends[^1]) : null;
        }

        private static bool Known(Range range) => range.From is not null || range.To is not null;

        private static Range? Number(object? value) =>
            Parse(Convert.ToString(value, CultureInfo.InvariantCulture)) is { } number ? new Range(number, number) : null;

        private static decimal? Parse(string? text) =>
            decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }
}

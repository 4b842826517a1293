using System.ComponentModel.DataAnnotations;
using Deventer4GlobalGoals.Cms.Editors.RichText;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.Editors.Pickers;

/// <summary>Links to addresses, pages and files.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.MultiUrlPicker, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
public sealed class MultiUrlPickerEditor : DataEditor
{
    private readonly IIOHelper _io;

    public MultiUrlPickerEditor(IDataValueEditorFactory factory, IIOHelper io)
        : base(factory)
    {
        _io = io;
        SupportsReadOnly = true;
    }

    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<ValueEditor>(Attribute!);

    protected override IConfigurationEditor CreateConfigurationEditor() => new MultiUrlPickerConfigurationEditor(_io);

    private sealed class ValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper strings,
        IJsonSerializer json,
        IIOHelper io,
        IPublishedUrlProvider urls) : CheckedValueEditor(attribute, strings, json, io), IDataValueReference
    {
        public override IValueRequiredValidator RequiredValidator => new RequiredListValidator();

        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue) =>
            StoredLink.ReadAll(editorValue.Value) is { Count: > 0 } links ? EditorJson.Write(links) : null;

        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null) =>
            (StoredLink.ReadAll(property.GetValue(culture, segment)) ?? []).Select(link => new
            {
                name = link.Name,
                target = link.Target,
                type = link.Udi?.EntityType ?? "external",
                unique = link.Udi?.Guid,
                url = link.Url ?? UrlOf(link),
                queryString = link.QueryString,
                culture = link.Culture,
            }).ToArray();

        public IEnumerable<UmbracoEntityReference> GetReferences(object? value) =>
            (StoredLink.ReadAll(value) ?? []).Select(link => link.Udi).OfType<GuidUdi>().Distinct().Select(udi => new UmbracoEntityReference(udi));

        protected override IEnumerable<ValidationResult> Check(object value, object? configuration, PropertyValidationContext context)
        {
            if (StoredLink.ReadAll(value) is not { } links)
            {
                return [EditorMessages.Result("notJson")];
            }

            return CheckCount(links.Count, configuration as MultiUrlPickerConfiguration).Concat(links.SelectMany(CheckLink));
        }

        private static IEnumerable<ValidationResult> CheckCount(int count, MultiUrlPickerConfiguration? limits)
        {
            if (limits is { MinNumber: > 0 } && count > 0 && count < limits.MinNumber)
            {
                yield return EditorMessages.Result("tooFew", limits.MinNumber, count);
            }

            if (limits is { MaxNumber: > 0 } && count > limits.MaxNumber)
            {
                yield return EditorMessages.Result("tooMany", limits.MaxNumber, count);
            }
        }

        private static IEnumerable<ValidationResult> CheckLink(StoredLink link)
        {
            if (link.Udi is null && string.IsNullOrWhiteSpace(link.Url) && string.IsNullOrWhiteSpace(link.QueryString))
            {
                yield return EditorMessages.Result("linkEmpty");
            }

            if (!string.IsNullOrWhiteSpace(link.Url) && UrlPolicy.Link(link.Url) is null)
            {
                yield return EditorMessages.Result("urlRefused", link.Url);
            }

            if (link.QueryString is { Length: > 0 } query && query[0] is not ('?' or '#'))
            {
                yield return EditorMessages.Result("urlRefused", query);
            }

            if (link.Target is not (null or "" or "_blank" or "_self" or "_parent" or "_top"))
            {
                yield return EditorMessages.Result("targetRefused", link.Target);
            }
        }

        private string? UrlOf(StoredLink link) => link.Type switch
        {
            LinkType.Content => urls.GetUrl(link.Udi!.Guid, culture: link.Culture),
            LinkType.Media => urls.GetMediaUrl(link.Udi!.Guid),
            _ => null,
        };
    }
}

using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Deventer4GlobalGoals.Cms.USync.ContentTypes;

/// <summary>Tabs, groups and properties of a type: brought in line with a file, and read back.</summary>
public sealed class TypeProperties(IDataTypeService dataTypes, IShortStringHelper shortStrings)
{
    public static TabFile ToFile(PropertyGroup group) =>
        new(group.Key, group.Name ?? group.Alias, group.Alias, group.Type, group.SortOrder);

    public static PropertyFile ToFile(IContentTypeComposition type, IPropertyType property)
    {
        var group = type.PropertyGroups.FirstOrDefault(g => g.PropertyTypes?.Contains(property.Alias) == true);
        return new PropertyFile(
            property.Key,
            property.Name,
            property.Alias,
            new KeyedName(property.DataTypeKey, property.PropertyEditorAlias),
            property.Mandatory,
            property.ValidationRegExp ?? string.Empty,
            property.Description ?? string.Empty,
            property.SortOrder,
            group?.Alias ?? string.Empty,
            group?.Name ?? string.Empty,
            null,
            null,
            property.MandatoryMessage ?? string.Empty,
            property.ValidationRegExpMessage ?? string.Empty,
            property.LabelOnTop);
    }

    public async Task FillAsync(IContentTypeComposition type, TypeFile wanted)
    {
        foreach (var alias in type.PropertyTypes.Select(property => property.Alias).ToList())
        {
            if (wanted.Properties.All(property => property.Alias != alias))
            {
                type.RemovePropertyType(alias);
            }
        }

        foreach (var tab in wanted.Tabs)
        {
            Fill(type, tab);
        }

        foreach (var property in wanted.Properties)
        {
            Fill(type, property, await DataTypeAsync(property));
        }

        foreach (var alias in type.PropertyGroups.Select(group => group.Alias).ToList())
        {
            if (wanted.Tabs.All(tab => tab.Alias != alias))
            {
                type.RemovePropertyGroup(alias);
            }
        }
    }

    private static void Fill(IContentTypeComposition type, TabFile tab)
    {
        var group = type.PropertyGroups.FirstOrDefault(g => g.Key == tab.Key)
            ?? type.PropertyGroups.FirstOrDefault(g => g.Alias == tab.Alias);
        if (group is null)
        {
            type.AddPropertyGroup(tab.Alias, tab.Caption);
            group = type.PropertyGroups.First(g => g.Alias == tab.Alias);
        }

        group.Key = tab.Key;
        group.Alias = tab.Alias;
        group.Name = tab.Caption;
        group.Type = tab.Type;
        group.SortOrder = tab.SortOrder;
    }

    private void Fill(IContentTypeComposition type, PropertyFile wanted, IDataType dataType)
    {
        var property = type.PropertyTypes.FirstOrDefault(p => p.Alias == wanted.Alias);
        if (property is null)
        {
            property = new PropertyType(shortStrings, dataType, wanted.Alias);
            var added = wanted.TabAlias.Length == 0
                ? type.AddPropertyType(property)
                : type.AddPropertyType(property, wanted.TabAlias, wanted.TabName);
            if (!added)
            {
                throw new USyncException(
                    $"GenericProperties/GenericProperty[{wanted.Alias}]/Alias",
                    $"{type.Alias} already gets a property {wanted.Alias} from a composition.");
            }
        }
        else if (!InGroup(type, property, wanted.TabAlias))
        {
            type.MovePropertyType(wanted.Alias, wanted.TabAlias.Length == 0 ? null : wanted.TabAlias);
        }

        property.Key = wanted.Key;
        property.Name = wanted.Name;
        property.Description = wanted.Description;
        property.DataTypeId = dataType.Id;
        property.DataTypeKey = dataType.Key;
        property.PropertyEditorAlias = dataType.EditorAlias;
        property.ValueStorageType = dataType.DatabaseType;
        property.Mandatory = wanted.Mandatory;
        property.MandatoryMessage = wanted.MandatoryMessage;
        property.ValidationRegExp = wanted.Validation;
        property.ValidationRegExpMessage = wanted.ValidationMessage;
        property.SortOrder = wanted.SortOrder;
        property.LabelOnTop = wanted.LabelOnTop;
        property.Variations = wanted.Variations ?? ContentVariation.Nothing;
    }

    private static bool InGroup(IContentTypeComposition type, IPropertyType property, string alias) =>
        alias.Length == 0
            ? type.PropertyGroups.All(group => group.PropertyTypes?.Contains(property.Alias) != true)
            : type.PropertyGroups.Any(g => g.Alias == alias && g.PropertyTypes?.Contains(property.Alias) == true);

    private async Task<IDataType> DataTypeAsync(PropertyFile wanted) =>
        await dataTypes.GetAsync(wanted.DataType.Key) ?? throw new USyncException(
            $"GenericProperties/GenericProperty[{wanted.Alias}]/Definition",
            $"The data type {wanted.DataType.Key} ({wanted.DataType.Name}) is not there.");
}

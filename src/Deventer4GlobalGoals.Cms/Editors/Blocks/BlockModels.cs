using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Editors.Values;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Editors.Blocks;

/// <summary>Makes published elements out of block JSON, typed by the site's models where it has them.</summary>
public sealed class BlockModels(
    IPublishedContentTypeCache types,
    IPublishedModelFactory models,
    IVariationContextAccessor variation,
    IApiElementBuilder elements)
{
    private static readonly ConcurrentDictionary<(Type Item, Type Content, Type Settings), Type> ItemTypes = new();

    /// <summary>The blocks that the data type allows and that are shown in the current language, in the editor's order.</summary>
    public BlockListModel List(BlockListValue? value, IPublishedPropertyType property, bool preview)
    {
        var allowed = property.DataType.ConfigurationAs<BlockListConfiguration>()?.Blocks ?? [];
        BlockListItem[] items = [.. Items(value, allowed, preview).Select(block => Create<BlockListItem>(typeof(BlockListItem<,>), block))];
        return items.Length == 0 ? BlockListModel.Empty : new BlockListModel(items);
    }

    /// <inheritdoc cref="List"/>
    public RichTextBlockModel RichText(JsonNode? value, IPublishedPropertyType property, bool preview)
    {
        if (value is null || !EditorJson.TryRead<RichTextBlockValue>(value, out var blocks))
        {
            return RichTextBlockModel.Empty;
        }

        var allowed = property.DataType.ConfigurationAs<RichTextConfiguration>()?.Blocks ?? [];
        RichTextBlockItem[] items = [.. Items(blocks, allowed, preview).Select(block => Create<RichTextBlockItem>(typeof(RichTextBlockItem<,>), block))];
        return items.Length == 0 ? RichTextBlockModel.Empty : new RichTextBlockModel(items);
    }

    public ApiBlockItem[] ForDelivery(IEnumerable<IBlockReference<IPublishedElement, IPublishedElement>> blocks) =>
        [.. blocks.Select(block => new ApiBlockItem(
            elements.Build(block.Content),
            block.Settings is { } settings ? elements.Build(settings) : null))];

    private static TItem Create<TItem>(Type definition, Block block)
    {
        var type = ItemTypes.GetOrAdd(
            (definition, block.Content.GetType(), block.Settings?.GetType() ?? typeof(IPublishedElement)),
            key => key.Item.MakeGenericType(key.Content, key.Settings));
        return (TItem)Activator.CreateInstance(type, block.ContentKey, block.Content, block.SettingsKey, block.Settings)!;
    }

    private IEnumerable<Block> Items<TLayout>(
        BlockValue<TLayout>? value,
        IReadOnlyCollection<IBlockConfiguration> allowed,
        bool preview)
        where TLayout : IBlockLayoutItem
    {
        if (value is null)
        {
            yield break;
        }

        foreach (var layout in value.GetLayouts() ?? [])
        {
            var data = value.ContentData.FirstOrDefault(item => item.Key == layout.ContentKey);
            var block = allowed.FirstOrDefault(block => block.ContentElementTypeKey == data?.ContentTypeKey);
            if (data is null || block is null || !IsExposed(value, data.Key) || Element(data, preview) is not { } content)
            {
                continue;
            }

            var settings = value.SettingsData.FirstOrDefault(item =>
                item.Key == layout.SettingsKey && item.ContentTypeKey == block.SettingsElementTypeKey);
            yield return new Block(data.Key, content, settings?.Key, settings is null ? null : Element(settings, preview));
        }
    }

    private bool IsExposed(BlockValue value, Guid key)
    {
        var culture = variation.VariationContext?.Culture;
        return value.Expose.Any(shown => shown.ContentKey == key
            && (string.IsNullOrEmpty(shown.Culture) || shown.Culture.InvariantEquals(culture)));
    }

    private IPublishedElement? Element(BlockItemData data, bool preview)
    {
        if (FindType(data.ContentTypeKey) is not { } type || data.Key == Guid.Empty)
        {
            return null;
        }

        var context = variation.VariationContext ?? new VariationContext();
        var values = data.Values
            .Where(value => string.IsNullOrEmpty(value.Culture) || value.Culture.InvariantEquals(context.Culture))
            .DistinctBy(value => value.Alias, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(value => value.Alias, value => BlockData.Scalar(value.Value), StringComparer.OrdinalIgnoreCase);

        // Without a cache manager nothing of an element outlives the page property that holds it.
        var element = new PublishedElement(type, data.Key, values, preview, PropertyCacheLevel.None, context, null);
        return models.CreateModel(element);
    }

    private IPublishedContentType? FindType(Guid key)
    {
        try
        {
            return types.Get(PublishedItemType.Element, key);
        }
        catch (Exception missing) when (missing is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            // The contract has no way to ask; a type that was deleted must not take the page with it.
            return null;
        }
    }

    private sealed record Block(Guid ContentKey, IPublishedElement Content, Guid? SettingsKey, IPublishedElement? Settings);
}

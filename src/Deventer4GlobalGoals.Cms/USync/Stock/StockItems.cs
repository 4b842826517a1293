using System.Collections.Frozen;
using Deventer4GlobalGoals.Cms.USync.ContentTypes;
using Deventer4GlobalGoals.Cms.USync.Languages;

namespace Deventer4GlobalGoals.Cms.USync.Stock;

/// <summary>
/// What every stock site has from its installation. uSync writes a file for an item when it is saved, so what nobody
/// ever changed is in few exports, while the rest of the export refers to it.
/// </summary>
internal static class StockItems
{
    private static readonly FrozenDictionary<Guid, USyncItem> DataTypes = StockDataTypes.All
        .Select(file => Item("DataTypes", file.Key, file.Label, file))
        .ToFrozenDictionary(item => item.Key);

    private static readonly IReadOnlyList<USyncItem> MediaTypes =
        [.. StockMediaTypes.All.Select(file => Item("MediaTypes", file.Key, file.Label, file))];

    /// <summary>The language of a site whose installer chose no other.</summary>
    private static readonly LanguageFile Language = new("en-US", "English (United States)", false, false, string.Empty);

    /// <summary>What a stock site would have where the reference points; nothing when that isn't a stock item.</summary>
    /// <remarks>Media types come together: folders list the others.</remarks>
    public static IReadOnlyList<USyncItem> For(USyncReference need) => need.Element switch
    {
        "DataType" => DataTypes.TryGetValue(need.Key, out var dataType) ? [dataType] : [],
        TypeFile.Media => MediaTypes.Any(item => item.Key == need.Key || IsNamed(item, need.Name)) ? MediaTypes : [],
        "Language" when Language.IsoCode.Equals(need.Name, StringComparison.OrdinalIgnoreCase) =>
            [Item("Languages", Language.Key, Language.Label, Language)],
        _ => [],
    };

    public static bool IsNamed(USyncItem item, string name) => item.Label.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static USyncItem Item(string folder, Guid key, string label, object record) =>
        new($"stock Umbraco/{folder}/{label}", key, label, record);
}

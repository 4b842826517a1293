using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;

namespace Deventer4GlobalGoals.Cms.Persistence.Dictionary;

/// <summary>Every dictionary item with its translations, as rows, by each of the ways in which they are asked for.</summary>
internal sealed class DictionarySet
{
    private readonly FrozenDictionary<string, DictionaryRow> _byItemKey;
    private readonly ILookup<Guid, DictionaryRow> _byParent;
    private readonly ILookup<int, TranslationRow> _translations;

    private DictionarySet(DictionaryRow[] rows, TranslationRow[] translations)
    {
        Rows = rows;
        _byItemKey = rows.ToFrozenDictionary(row => row.ItemKey, StringComparer.Ordinal);
        _byParent = rows.ToLookup(row => row.ParentKey ?? Guid.Empty);
        _translations = translations.ToLookup(row => row.DictionaryId);
    }

    public IReadOnlyList<DictionaryRow> Rows { get; }

    public static DictionarySet Load(CmsDb db) => new(
        db.Set<DictionaryRow>().AsNoTracking().OrderBy(row => row.Id).ToArray(),
        db.Set<TranslationRow>().AsNoTracking().OrderBy(row => row.Id).ToArray());

    public DictionaryRow? Find(string itemKey) => _byItemKey.GetValueOrDefault(itemKey);

    public IEnumerable<TranslationRow> Translations(DictionaryRow row) => _translations[row.Id];

    /// <summary>Everything below an item, parents before children; the whole tree when no item is given.</summary>
    public IEnumerable<DictionaryRow> Descendants(Guid? parent)
    {
        foreach (var child in _byParent[parent ?? Guid.Empty])
        {
            yield return child;
            foreach (var descendant in Descendants(child.Key))
            {
                yield return descendant;
            }
        }
    }
}

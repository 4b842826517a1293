using Deventer4GlobalGoals.Cms.Kept;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Published;

/// <summary>
/// One property of one node. What the converter makes is kept as long as its cache level allows:
/// Element until a type changes, Elements until any content or media changes, Snapshot and None not at all.
/// </summary>
internal sealed class PublishedProperty(IPublishedPropertyType type, PublishedNode owner, NodeServices services)
    : PublishedPropertyBase(type, PropertyCacheLevel.Element)
{
    private Cell[] _cells = [];

    public override bool HasValue(string? culture = null, string? segment = null)
    {
        var cell = CellFor(culture);
        return PropertyType.IsValue(cell.Source, PropertyValueLevel.Source)
            ?? PropertyType.IsValue(Inter(cell), PropertyValueLevel.Inter)
            ?? PropertyType.IsValue(Object(cell), PropertyValueLevel.Object)
            ?? false;
    }

    public override object? GetSourceValue(string? culture = null, string? segment = null) => CellFor(culture).Source;

    public override object? GetValue(string? culture = null, string? segment = null) => Object(CellFor(culture));

    public override object? GetDeliveryApiValue(bool expanding, string? culture = null, string? segment = null)
    {
        var cell = CellFor(culture);
        if (expanding)
        {
            // What is expanded differs by what the request wants of it, so it is never kept.
            return Api(cell, true);
        }

        // An invariant property that refers to pages gives their names and paths, and those do vary.
        var inCulture = cell.In(services.Variation.VariationContext?.Culture ?? string.Empty);
        return Converted(ref inCulture.Api, PropertyType.DeliveryApiCacheLevel, () => Api(cell, false));
    }

    private object? Inter(Cell cell) => Converted(
        ref cell.Inter,
        PropertyCacheLevel.Element,
        () => PropertyType.ConvertSourceToInter(owner, cell.Source, owner.IsDraftSnapshot));

    private object? Object(Cell cell) => Converted(
        ref cell.Object,
        PropertyType.CacheLevel,
        () => PropertyType.ConvertInterToObject(owner, ReferenceCacheLevel, Inter(cell), owner.IsDraftSnapshot));

    private object? Api(Cell cell, bool expanding) => PropertyType.ConvertInterToDeliveryApiObject(
        owner, ReferenceCacheLevel, Inter(cell), owner.IsDraftSnapshot, expanding);

    private object? Converted(ref Conversion? kept, PropertyCacheLevel level, Func<object?> convert)
    {
        if (level is not (PropertyCacheLevel.Element or PropertyCacheLevel.Elements))
        {
            return convert();
        }

        // Read before converting: a change that comes in between then makes the result stale, not the other way round.
        var generation = level == PropertyCacheLevel.Element ? services.Generations.Types : services.Generations.Content;
        if (Volatile.Read(ref kept) is { } held && held.Generation == generation)
        {
            AnswerUse.Shows(held.Shown);
            return held.Value;
        }

        // What is kept until any content changes may show other items; the rest shows its own only.
        IReadOnlyCollection<AnswerTag>? shown = null;
        var made = level == PropertyCacheLevel.Element ? convert() : AnswerUse.Collect(convert, out shown);
        Volatile.Write(ref kept, new Conversion(made, generation, shown));
        return made;
    }

    private Cell CellFor(string? culture)
    {
        var wanted = !PropertyType.VariesByCulture()
            ? string.Empty
            : culture ?? services.Variation.VariationContext?.Culture ?? string.Empty;
        while (true)
        {
            var cells = Volatile.Read(ref _cells);
            foreach (var cell in cells)
            {
                if (string.Equals(cell.Culture, wanted, StringComparison.OrdinalIgnoreCase))
                {
                    return cell;
                }
            }

            var found = TrySource(wanted, out var source);
            if (!found && cells.FirstOrDefault(cell => cell.IsMissing) is { } missing)
            {
                // Any number of cultures that the item doesn't have share one cell.
                return missing;
            }

            var added = new Cell(wanted, source, !found);
            if (Interlocked.CompareExchange(ref _cells, [.. cells, added], cells) == cells)
            {
                return added;
            }
        }
    }

    private bool TrySource(string culture, out object? source)
    {
        foreach (var value in owner.Values)
        {
            if (string.Equals(value.Culture ?? string.Empty, culture, StringComparison.OrdinalIgnoreCase)
                && string.Equals(value.Alias, Alias, StringComparison.OrdinalIgnoreCase))
            {
                source = value.Source;
                return true;
            }
        }

        source = null;
        return false;
    }

    private sealed class Cell(string culture, object? source, bool isMissing)
    {
        public Conversion? Inter;
        public Conversion? Object;
        private ApiCell[] _inCultures = [];

        public string Culture => culture;

        public object? Source => source;

        public bool IsMissing => isMissing;

        /// <summary>Requests name cultures of the site only, so there are a handful.</summary>
        public ApiCell In(string requested)
        {
            while (true)
            {
                var cells = Volatile.Read(ref _inCultures);
                foreach (var known in cells)
                {
                    if (string.Equals(known.Culture, requested, StringComparison.OrdinalIgnoreCase))
                    {
                        return known;
                    }
                }

                var added = new ApiCell(requested);
                if (Interlocked.CompareExchange(ref _inCultures, [.. cells, added], cells) == cells)
                {
                    return added;
                }
            }
        }
    }

    private sealed class ApiCell(string culture)
    {
        public Conversion? Api;

        public string Culture => culture;
    }

    private sealed record Conversion(object? Value, long Generation, IReadOnlyCollection<AnswerTag>? Shown);
}

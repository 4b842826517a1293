using System.Collections.Concurrent;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Items;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Desk.Checks;

/// <summary>A page of the site with what was found on it in one language.</summary>
public sealed record PageFindings(Guid Key, string Name, string Type, string Culture, IReadOnlyList<Finding> Findings);

/// <summary>What was found on the whole site.</summary>
/// <param name="Pages">Those with findings, errors first, then by name.</param>
/// <param name="Looked">How many pages were looked at.</param>
/// <param name="IsComplete">False while it is still being looked through: more may come.</param>
public sealed record SiteFindings(IReadOnlyList<PageFindings> Pages, int Looked, bool IsComplete)
{
    public int Errors { get; } = Pages.Sum(page => page.Findings.Count(finding => finding.Rule.IsError));

    public int Hints { get; } = Pages.Sum(page => page.Findings.Count(finding => !finding.Rule.IsError));
}

/// <summary>
/// Holds every page that is online against the rules. It begins when somebody asks and goes on without them. Once it knows the site, it looks again at
/// what changed since, at what leads there, and at meetings when a day began; at everything only when a change says no more than that there was one.
/// </summary>
public sealed partial class SiteCheck(
    CheckedPages pages, ItemTypes types, IContentService contents, IUmbracoContextFactory contexts, TimeProvider time, ILogger<SiteCheck> logger)
{
    private const int Batch = 200;
    private const string Meeting = "meeting";

    private readonly Lock _starting = new();
    private ConcurrentDictionary<Guid, LookedPage> _looked = new();
    private Task<SiteFindings> _run = Task.FromResult(new SiteFindings([], 0, IsComplete: false));
    private SiteChanges _changes = SiteChanges.All;
    private DateOnly _day;

    /// <summary>Something was saved, published, taken away or put elsewhere.</summary>
    public void Mark(SiteChanges changes)
    {
        lock (_starting)
        {
            _changes = _changes.And(changes);
        }
    }

    /// <summary>What is known after this much waiting.</summary>
    /// <param name="patience">How long to wait for the whole.</param>
    /// <param name="cancellation">Stops the waiting, not the looking.</param>
    public async Task<SiteFindings> LookAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var run = Run();
        try
        {
            return await run.WaitAsync(patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            return Gather(isComplete: false);
        }
        catch (Exception failure) when (run.IsFaulted)
        {
            // Whoever asks next begins again; the desk's home must not fail by it.
            LogFailed(failure);
            return Gather(isComplete: false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The site could not be checked as a whole.")]
    private partial void LogFailed(Exception failure);

    private Task<SiteFindings> Run()
    {
        lock (_starting)
        {
            var today = DateOnly.FromDateTime(DeventerTime.Now(time).DateTime);
            if (_run.IsCompleted && (!_changes.IsNone || today != _day || !_run.IsCompletedSuccessfully))
            {
                // Of a run that failed nobody knows how far it came.
                var (changes, isNewDay) = (_run.IsCompletedSuccessfully ? _changes : SiteChanges.All, today != _day);
                (_changes, _day) = (SiteChanges.None, today);

                // It outlives who asked, and has nothing of theirs.
                using var alone = ExecutionContext.SuppressFlow();
                _run = Task.Run(() => Look(changes, isNewDay));
            }

            return _run;
        }
    }

    private SiteFindings Look(SiteChanges changes, bool isNewDay)
    {
        // Addresses of links are made inside an Umbraco context, which background work has none of.
        using var context = contexts.EnsureUmbracoContext();
        if (changes.IsAll)
        {
            LookAtAll();
        }
        else
        {
            LookAtSome(changes, isNewDay);
        }

        return Gather(isComplete: true);
    }

    private void LookAtAll()
    {
        _looked = new();
        int[] ids = [.. types.All().Select(type => type.Id)];
        for (var page = 0L; ; page++)
        {
            var items = contents.GetPagedOfTypes(ids, page, Batch, out var total, null, Ordering.By("path")).ToList();
            items.ForEach(Look);

            if ((page + 1) * Batch >= total)
            {
                break;
            }
        }
    }

    private void LookAtSome(SiteChanges changes, bool isNewDay)
    {
        var keys = new HashSet<Guid>(changes.Keys);
        foreach (var branch in changes.Branches)
        {
            keys.Add(branch);
            keys.UnionWith(Below(branch));
        }

        // What led nowhere may lead somewhere by now; and what an address leads to is not known by its key.
        var others = _looked.Values.Where(page => page.HasBrokenLink || (changes.Branches.Count > 0 && page.HasAddress) || page.Targets.Overlaps(keys) || (isNewDay && page.Type == Meeting));
        foreach (var some in keys.Concat(others.Select(page => page.Key)).ToHashSet().Chunk(Batch))
        {
            var items = contents.GetByIds(some).ToDictionary(item => item.Key);
            foreach (var key in some)
            {
                _looked.TryRemove(key, out _);
                if (items.TryGetValue(key, out var item))
                {
                    Look(item);
                }
            }
        }
    }

    private void Look(IContent item)
    {
        if (item.Trashed || !item.Published)
        {
            return;
        }

        var (found, targets, hasAddress) = (new List<PageFindings>(), new HashSet<Guid>(), false);
        foreach (var culture in Cultures(item))
        {
            var page = pages.Read(item, culture);
            found.Add(new PageFindings(item.Key, ItemForm.NameOf(item, culture), item.ContentType.Alias, culture, PageRules.Find(page)));
            targets.UnionWith(page.Targets);
            hasAddress |= page.HasAddress;
        }

        _looked[item.Key] = new LookedPage(item.Key, item.ContentType.Alias, found, targets, hasAddress);
    }

    /// <summary>The pages below one, also when they lie in the bin by now.</summary>
    private IEnumerable<Guid> Below(Guid key)
    {
        if (contents.GetById(key) is not { } item || !contents.HasChildren(item.Id))
        {
            yield break;
        }

        for (var page = 0L; ; page++)
        {
            var below = contents.GetPagedDescendants(item.Id, page, Batch, out var total).Select(one => one.Key).ToList();
            foreach (var one in below)
            {
                yield return one;
            }

            if ((page + 1) * Batch >= total)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<string> Cultures(IContent item) =>
        item.ContentType.Variations.HasFlag(ContentVariation.Culture) ? item.PublishedCultures : [SitePage.DefaultCulture];

    private SiteFindings Gather(bool isComplete)
    {
        var all = _looked.Values.SelectMany(page => page.Findings).ToList();
        return new SiteFindings(
            [.. all.Where(page => page.Findings.Count > 0)
                .OrderByDescending(page => page.Findings[0].Rule.IsError).ThenBy(page => page.Name, StringComparer.OrdinalIgnoreCase).ThenBy(page => page.Culture, StringComparer.Ordinal)],
            all.Count,
            isComplete);
    }

    /// <summary>A page in all its languages.</summary>
    private sealed record LookedPage(Guid Key, string Type, IReadOnlyList<PageFindings> Findings, IReadOnlySet<Guid> Targets, bool HasAddress)
    {
        /// <summary>The page that it leads to may be online by now.</summary>
        public bool HasBrokenLink { get; } = Findings.Any(page => page.Findings.Any(finding => finding.Rule == CheckRules.LinkBroken));
    }
}

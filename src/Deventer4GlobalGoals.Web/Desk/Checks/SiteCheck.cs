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
    public int Errors => Pages.Sum(page => page.Findings.Count(finding => finding.Rule.IsError));

    public int Hints => Pages.Sum(page => page.Findings.Count(finding => !finding.Rule.IsError));
}

/// <summary>
/// Holds every page that is online against the rules. It begins when somebody asks, goes on without them, and looks again only at what was saved
/// since, and at everything when a page went or a day began.
/// </summary>
public sealed partial class SiteCheck(CheckedPages pages, ItemTypes types, IContentService contents, IUmbracoContextFactory contexts, TimeProvider time, ILogger<SiteCheck> logger)
{
    private const int Batch = 200;

    private readonly Lock _starting = new();
    private ConcurrentDictionary<(Guid Key, string Culture), Looked> _looked = new();
    private Task<SiteFindings> _run = Task.FromResult(new SiteFindings([], 0, IsComplete: false));
    private (int Changes, DateOnly Day) _upTo = (-1, default);
    private int _changes;

    /// <summary>Something was saved or published.</summary>
    public void MarkChanged() => Interlocked.Increment(ref _changes);

    /// <summary>Something went: what links to it is on other pages.</summary>
    public void MarkGone()
    {
        lock (_starting)
        {
            _looked = new();
            _changes++;
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
            return Gather(_looked, isComplete: false);
        }
        catch (Exception failure) when (run.IsFaulted)
        {
            // Whoever asks next begins again; the desk's home must not fail by it.
            LogFailed(failure);
            return Gather(_looked, isComplete: false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The site could not be checked as a whole.")]
    private partial void LogFailed(Exception failure);

    private Task<SiteFindings> Run()
    {
        lock (_starting)
        {
            var now = (Volatile.Read(ref _changes), DateOnly.FromDateTime(DeventerTime.Now(time).DateTime));
            if (_run.IsCompleted && (now != _upTo || !_run.IsCompletedSuccessfully))
            {
                // Whether a meeting is over depends on the day.
                if (now.Item2 != _upTo.Day)
                {
                    _looked = new();
                }

                _upTo = now;

                // It outlives who asked, and has nothing of theirs.
                using var alone = ExecutionContext.SuppressFlow();
                _run = Task.Run(LookAtAll);
            }

            return _run;
        }
    }

    private SiteFindings LookAtAll()
    {
        // Addresses of links are made inside an Umbraco context, which background work has none of.
        using var context = contexts.EnsureUmbracoContext();
        var (looked, seen) = (_looked, new HashSet<(Guid, string)>());
        int[] ids = [.. types.All().Select(type => type.Id)];
        for (var page = 0L; ; page++)
        {
            var items = contents.GetPagedOfTypes(ids, page, Batch, out var total, null, Ordering.By("path")).ToList();
            foreach (var item in items.Where(item => !item.Trashed && item.Published))
            {
                foreach (var culture in Cultures(item))
                {
                    seen.Add((item.Key, culture));
                    if (!looked.TryGetValue((item.Key, culture), out var before) || before.Version != item.VersionId || before.Saved != item.UpdateDate || before.HasBrokenLink)
                    {
                        looked[(item.Key, culture)] = new Looked(
                            item.VersionId, item.UpdateDate, new PageFindings(item.Key, ItemForm.NameOf(item, culture), item.ContentType.Alias, culture, pages.Find(item, culture)));
                    }
                }
            }

            if ((page + 1) * Batch >= total)
            {
                break;
            }
        }

        foreach (var gone in looked.Keys.Where(key => !seen.Contains(key)))
        {
            looked.TryRemove(gone, out _);
        }

        return Gather(looked, isComplete: true);
    }

    private static IEnumerable<string> Cultures(IContent item) =>
        item.ContentType.Variations.HasFlag(ContentVariation.Culture) ? item.PublishedCultures : [SitePage.DefaultCulture];

    private static SiteFindings Gather(ConcurrentDictionary<(Guid Key, string Culture), Looked> looked, bool isComplete)
    {
        var all = looked.Values.Select(page => page.Findings).ToList();
        return new SiteFindings(
            [.. all.Where(page => page.Findings.Count > 0)
                .OrderByDescending(page => page.Findings[0].Rule.IsError).ThenBy(page => page.Name, StringComparer.OrdinalIgnoreCase).ThenBy(page => page.Culture, StringComparer.Ordinal)],
            all.Count,
            isComplete);
    }

    private sealed record Looked(int Version, DateTime Saved, PageFindings Findings)
    {
        /// <summary>The page that it leads to may be online by now.</summary>
        public bool HasBrokenLink => Findings.Findings.Any(finding => finding.Rule == CheckRules.LinkBroken);
    }
}

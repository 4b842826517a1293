using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.USync.Contents;

/// <summary>Publishes, unpublishes and schedules a page as its file says.</summary>
public sealed class ContentPublication(IContentService contents, ContentValues values, TimeProvider clock)
{
    /// <summary>The cultures a file publishes; a page that varies but names none is published in all it has.</summary>
    public static IReadOnlyList<string> PublishedCultures(ContentFile file)
    {
        var plan = file.Publication!;
        return plan.Cultures.Count == 0 && plan.Published
            ? [.. file.Names.Keys]
            : [.. plan.Cultures.Where(pair => pair.Value).Select(pair => pair.Key)];
    }

    /// <summary>Whether the file publishes the page, in any culture.</summary>
    public static bool IsPublished(IContent item, ContentFile file) =>
        item.ContentType.VariesByCulture() ? PublishedCultures(file).Count > 0 : file.Publication!.Published;

    /// <summary>What was planned for a moment that has passed doesn't count any more.</summary>
    public PublicationFile WithoutPast(PublicationFile plan)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return plan with { Schedule = [.. plan.Schedule.Where(entry => entry.Date > now)] };
    }

    public PublicationFile Read(IContent item, ITemplate? template)
    {
        var schedule = item.HasIdentity ? contents.GetContentScheduleByContentId(item.Id).FullSchedule : [];
        return WithoutPast(new PublicationFile(
            item.Published,
            item.AvailableCultures.ToDictionary(c => c, item.IsCulturePublished, StringComparer.OrdinalIgnoreCase),
            [.. schedule.Select(entry => new ScheduleFile(entry.Culture, entry.Action, entry.Date))],
            template is null ? null : new KeyedName(template.Key, template.Alias)));
    }

    /// <summary>Saves what it publishes; a page that isn't published must have been saved.</summary>
    public void Apply(IContent item, ContentFile wanted)
    {
        if (item.ContentType.VariesByCulture())
        {
            ApplyCultures(item, PublishedCultures(wanted));
        }
        else if (wanted.Publication!.Published)
        {
            Publish(item, []);
        }
        else if (item.Published)
        {
            Unpublish(item, "*");
        }

        if (!item.Published && values.Reject(item, item.Properties) is { } problem)
        {
            throw problem;
        }

        ApplySchedule(item, wanted.Publication!.Schedule);
    }

    private void ApplyCultures(IContent item, IReadOnlyList<string> cultures)
    {
        if (cultures.Count > 0)
        {
            Publish(item, [.. cultures]);
        }

        var published = item.PublishedCultures.Except(cultures, StringComparer.OrdinalIgnoreCase).ToList();
        if (cultures.Count == 0 && published.Count > 0)
        {
            Unpublish(item, "*");
            return;
        }

        foreach (var culture in published)
        {
            Unpublish(item, culture);
        }
    }

    private void Publish(IContent item, string[] cultures)
    {
        var result = contents.SaveAndPublish(item, cultures);
        if (result.Success)
        {
            return;
        }

        var invalid = result.InvalidProperties?.ToList() ?? [];
        throw values.Reject(item, invalid) ?? new USyncException(
            invalid is [var first, ..] ? $"Properties/{first.Alias}" : "Info/Published",
            invalid.Count == 0
                ? $"Umbraco doesn't publish it: {result.Result}."
                : "The value is missing or doesn't fit, so the page can't be published.");
    }

    private void Unpublish(IContent item, string culture)
    {
        var result = contents.Unpublish(item, culture);
        if (!result.Success)
        {
            throw new USyncException("Info/Published", $"Umbraco doesn't unpublish it: {result.Result}.");
        }
    }

    private void ApplySchedule(IContent item, IReadOnlyList<ScheduleFile> wanted)
    {
        var schedule = new ContentScheduleCollection();
        foreach (var entry in wanted)
        {
            schedule.Add(new ContentSchedule(entry.Culture, entry.Date, entry.Action));
        }

        if (schedule.FullSchedule.Count > 0 || contents.GetContentScheduleByContentId(item.Id).FullSchedule.Count > 0)
        {
            contents.PersistContentSchedule(item, schedule);
        }
    }
}

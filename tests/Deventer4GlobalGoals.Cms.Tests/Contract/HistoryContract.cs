using Deventer4GlobalGoals.Cms.Hosting;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Deventer4GlobalGoals.Cms.Tests.Persistence;
using Microsoft.Extensions.Logging.Abstractions;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace Deventer4GlobalGoals.Cms.Tests.Contract;

/// <summary>What a document was, and what it will be.</summary>
public abstract class HistoryContract(CmsFixture cms)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [ContractFact]
    public void Every_publication_stays_as_a_version_to_go_back_to()
    {
        var page = Published("Een", "Twee", "Drie");
        var versions = cms.Contents.GetVersions(page.Id).ToList();
        Assert.Equal(["Drie", "Drie", "Twee", "Een"], versions.Select(version => version.GetValue<string>("title")));

        Assert.True(cms.Contents.Rollback(page.Id, versions[^1].VersionId).Success);
        page = cms.Fresh(page);
        Assert.Equal(("Een", "Drie", true), (page.GetValue<string>("title"), page.GetValue<string>("title", published: true), page.Edited));
        Assert.Equal(4, cms.Contents.GetVersionIds(page.Id, 100).Count());
    }

    [ContractFact]
    public async Task Old_versions_go_but_for_the_current_the_published_and_those_to_keep()
    {
        var page = Published("1", "2", "3", "4");
        var versions = cms.Contents.GetVersions(page.Id).ToList();
        var kept = versions[^1].VersionId;
        await cms.Get<IContentVersionService>().SetPreventCleanupAsync(kept.ToGuid(), true, CmsFixture.SuperUser);

        var removed = cms.Get<IContentVersionService>().PerformContentVersionCleanup(page.UpdateDate.AddYears(1));
        Assert.Contains(versions[2].VersionId, removed.Select(version => version.VersionId));
        Assert.Equal([versions[0].VersionId, versions[1].VersionId, kept], cms.Contents.GetVersionIds(page.Id, 100));
    }

    [ContractFact]
    public void Versions_before_a_moment_are_deleted_when_asked()
    {
        var page = Published("a", "b", "c");
        cms.Contents.DeleteVersions(page.Id, page.UpdateDate.AddYears(1));
        Assert.Equal(["c", "c"], cms.Contents.GetVersions(page.Id).Select(version => version.GetValue<string>("title")));
        Assert.Equal("c", cms.Visible(page)!.GetProperty("title")!.GetValue());
    }

    [ContractFact]
    public void A_document_is_published_when_its_time_comes_and_not_before()
    {
        var page = cms.Page("Later");
        cms.Contents.PersistContentSchedule(page, ContentScheduleCollection.CreateWithEntry(Noon.UtcDateTime, null));

        Assert.DoesNotContain(page.Id, Due(Noon.AddSeconds(-1)));
        Assert.Null(cms.Visible(page));
        Assert.Contains(page.Id, Due(Noon));
        Assert.Equal("Later", cms.Visible(page)?.Name);
        Assert.DoesNotContain(page.Id, Due(Noon.AddHours(1)));
    }

    [ContractFact]
    public void A_document_is_unpublished_when_its_time_is_over()
    {
        var page = cms.PublishedPage("Tijdelijk");
        cms.Contents.PersistContentSchedule(page, ContentScheduleCollection.CreateWithEntry(null, Noon.UtcDateTime));

        Assert.Contains(page.Id, Due(Noon.AddMinutes(1)));
        Assert.Null(cms.Visible(page));
        Assert.Empty(cms.Contents.GetContentScheduleByContentId(page.Id).FullSchedule);
    }

    [ContractFact]
    public void The_hosted_service_goes_by_the_clock_it_is_given()
    {
        var page = cms.Page("Wekker");
        cms.Contents.PersistContentSchedule(page, ContentScheduleCollection.CreateWithEntry(Noon.UtcDateTime, null));
        var clock = new FixedClock(Noon.AddMinutes(-1));
        using var service = new ScheduledPublishing(cms.Contents, cms.Get<IUmbracoContextFactory>(), clock, NullLogger<ScheduledPublishing>.Instance);

        service.Run();
        Assert.False(cms.Fresh(page).Published);
        clock.Now = Noon;
        service.Run();
        Assert.True(cms.Fresh(page).Published);
    }

    /// <summary>Issue 2: nothing called the clean-up, so versions and audit grew for ever.</summary>
    [ContractFact]
    public async Task Housekeeping_takes_old_versions_and_leaves_what_is_shown()
    {
        var page = Published("Een", "Twee", "Drie");
        var before = cms.Contents.GetVersions(page.Id).Count();
        var clock = new FixedClock(TimeProvider.System.GetUtcNow().AddYears(2));
        using var service = new Housekeeping(
            cms.Get<IContentVersionService>(), cms.Get<IAuditService>(), cms.Get<IUmbracoContextFactory>(), clock, NullLogger<Housekeeping>.Instance);

        await service.RunAsync();
        Assert.InRange(cms.Contents.GetVersions(page.Id).Count(), 1, before - 1);
        Assert.Equal("Drie", cms.Visible(page)?.Value("title"));
    }

    [ContractFact]
    public void A_scheduled_document_that_is_not_valid_stays_a_draft_and_does_not_stop_the_others()
    {
        var invalid = cms.Contents.Create("Leeg", -1, "strict");
        cms.Contents.Save(invalid);
        var valid = cms.Page("Vol");
        foreach (var page in new[] { invalid, valid })
        {
            cms.Contents.PersistContentSchedule(page, ContentScheduleCollection.CreateWithEntry(Noon.UtcDateTime, null));
        }

        _ = cms.Contents.PerformScheduledPublish(Noon.UtcDateTime).ToList();
        Assert.Equal((false, true), (cms.Fresh(invalid).Published, cms.Fresh(valid).Published));
    }

    private IContent Published(params string[] titles)
    {
        var page = cms.Page("Verleden " + titles[0]);
        foreach (var title in titles)
        {
            page = cms.Fresh(page);
            page.SetValue("title", title);
            cms.Contents.Save(page);
            cms.Publish(page);
        }

        return cms.Fresh(page);
    }

    private int[] Due(DateTimeOffset moment) =>
        [.. cms.Contents.PerformScheduledPublish(moment.UtcDateTime).Where(result => result.Success).Select(result => result.Content!.Id)];
}

[Collection(HostedCollection.Name)]
public sealed class HistoryOnSqlite(SqliteCms cms) : HistoryContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class HistoryOnPostgres(PostgresCms cms) : HistoryContract(cms), IClassFixture<PostgresCms>;

using Deventer4GlobalGoals.Cms.USync;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

public class SiteImportTests
{
    [Fact]
    public async Task The_sites_own_folder_is_imported_whole_and_a_second_time_changes_nothing()
    {
        await using var site = await ImportedSite.StartAsync();

        var first = await site.ImportAsync(Repository.Site);
        var second = await site.ImportAsync(Repository.Site);

        Assert.Empty(Of(first, USyncChange.Failed));
        Assert.Empty(Of(second, USyncChange.Failed, USyncChange.Created, USyncChange.Updated));
    }

    private static IEnumerable<string> Of(USyncReport report, params USyncChange[] changes) =>
        report.Results.Where(result => changes.Contains(result.Change)).Select(result => result.ToString());
}

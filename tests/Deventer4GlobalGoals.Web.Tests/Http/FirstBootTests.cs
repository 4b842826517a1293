using Deventer4GlobalGoals.Web.Hosting;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Issue 2: a first filling that was broken off left a half-filled site for good.</summary>
public class FirstBootTests
{
    [Fact]
    public async Task A_filling_that_was_broken_off_goes_on_at_the_next_start_and_one_that_was_finished_does_not()
    {
        await using var site = await CommunitySite.StartAsync();
        var contents = site.Get<IContentService>();
        var news = contents.GetRootContent().SelectMany(home => contents.GetPagedChildren(home.Id, 0, 100, out _, null, null, Ordering.By("sortOrder"))).Single(page => page.ContentType.Alias == "news");
        Assert.True(contents.Delete(news).Success);

        await FirstBoot.FillAsync(site.Services, CancellationToken.None);
        Assert.Null(contents.GetById(news.Key));

        site.Get<IKeyValueService>().SetValue(FirstBoot.Mark, FirstBoot.Begun);
        await FirstBoot.FillAsync(site.Services, CancellationToken.None);
        Assert.True(contents.GetById(news.Key)?.Published);
    }
}

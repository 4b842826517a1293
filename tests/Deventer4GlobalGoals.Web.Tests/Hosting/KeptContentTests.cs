using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Hosting.Kept;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Hosting;

/// <summary>A change drops the answers that show it, and leaves the others.</summary>
public sealed class KeptContentTests : IAsyncLifetime
{
    private const string Delivery = "/umbraco/delivery/api/v2/content";

    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    private CommunitySnapshot Community => _site.Get<CommunityIndex>().Current;

    public async Task InitializeAsync() => _site = await CommunitySite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_change_to_the_text_of_a_practice_drops_what_shows_it_and_nothing_else()
    {
        var practice = Community.Sorted(ItemKind.Practice, ItemOrder.Name, "nl")[0];
        var goal = practice.Goals[0].Number;
        var strange = Enumerable.Range(1, 17).First(number => practice.Goals.All(one => one.Number != number));
        var page = await PathAsync(practice);
        string[] shows =
        [
            page,
            "/praktijkvoorbeelden",
            "/feed.atom",
            "/api/v1/practices",
            $"/api/v1/practices/{practice.Key}",
            "/api/v1/practices?format=csv",
            $"{Delivery}/item/{practice.Key}",
            $"{Delivery}/item{page}?fields=properties[contributions]",
            $"{Delivery}?filter=goal:{goal}&take=1000",
        ];
        string[] others =
        [
            "/privacy",
            "/over-ons",
            "/organisaties",
            "/css/tokens.css",
            "/api/v1/organisations",
            $"{Delivery}/item/doelen",
            $"{Delivery}?filter=goal:{strange}&take=1000",
            $"{Delivery}?filter=contentType:organisation&sort=name:asc",
            await PathAsync(Community.Goal(strange)!),
        ];
        await AssertKeptAsync([.. shows, .. others]);

        var content = Contents.GetById(practice.Key)!;
        content.SetValue("summary", "Een heel andere samenvatting.", "nl");
        Publish(content);
        Assert.All(shows, url => Assert.False(IsKept(url), $"{url} is still kept."));
        Assert.All(others, url => Assert.True(IsKept(url), $"{url} was dropped."));
        Assert.Contains("Een heel andere samenvatting.", await _site.TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_borrows_from_another_drops_it_with_that_other()
    {
        var practice = Community.Sorted(ItemKind.Practice, ItemOrder.Name, "nl").First(item => item.Organisations.Length > 0);
        var organisation = Contents.GetById(practice.Organisations[0])!;
        string[] shows = [await PathAsync(practice), $"{Delivery}/item/{practice.Key}", $"{Delivery}/item/{practice.Key}?expand=properties[$all]", $"/api/v1/practices/{practice.Key}"];
        await AssertKeptAsync(shows);

        // The second time they are made of values that were converted for the first.
        _site.Get<Deventer4GlobalGoals.Cms.Kept.ContentChanges>().TouchEverything();
        await AssertKeptAsync(shows);
        organisation.SetCultureName("Kwettergroep", "nl");
        Publish(organisation);
        foreach (var url in shows)
        {
            Assert.False(IsKept(url), $"{url} is still kept.");
            Assert.Contains("Kwettergroep", await _site.TextAsync(url), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_with_pages_below_it_drops_these_only_when_their_address_changes()
    {
        var list = Community.Section(ItemKind.Practices)!;
        var practice = Community.Sorted(ItemKind.Practice, ItemOrder.Name, "nl")[0];
        string[] below = [await PathAsync(practice), $"{Delivery}/item/{practice.Key}"];
        string[] own = ["/praktijkvoorbeelden", $"{Delivery}/item/{list.Key}"];
        string[] others = [$"{Delivery}/item/doelen", "/api/v1/organisations", "/css/tokens.css"];
        await AssertKeptAsync([.. below, .. own, .. others]);

        var content = Contents.GetById(list.Key)!;
        content.SetValue("intro", "Een andere inleiding.", "nl");
        Publish(content);
        Assert.All(own, url => Assert.False(IsKept(url), $"{url} is still kept."));
        Assert.All([below[1], .. others], url => Assert.True(IsKept(url), $"{url} was dropped."));

        await AssertKeptAsync([.. below, .. own, .. others]);
        content = Contents.GetById(list.Key)!;
        content.SetCultureName("Zo doen wij dat", "nl");
        Publish(content);
        Assert.All(below, url => Assert.False(IsKept(url), $"{url} is still kept."));
        Assert.StartsWith("/zo-doen-wij-dat/", await PathAsync(practice), StringComparison.Ordinal);
        Assert.True(IsKept("/css/tokens.css"));
        Assert.True(IsKept($"{Delivery}/item/doelen"));
    }

    [Fact]
    public async Task A_page_that_is_thrown_away_and_removed_drops_what_showed_it_and_nothing_else()
    {
        var practice = Community.Sorted(ItemKind.Practice, ItemOrder.Name, "nl")[0];
        string[] shows = [await PathAsync(practice), "/praktijkvoorbeelden", "/api/v1/practices", $"{Delivery}/item/{practice.Key}"];
        string[] others = ["/css/tokens.css", $"{Delivery}/item/doelen", "/api/v1/organisations"];
        await AssertKeptAsync([.. shows, .. others]);

        Assert.True(Contents.MoveToRecycleBin(Contents.GetById(practice.Key)!).Success);
        Assert.All(shows, url => Assert.False(IsKept(url), $"{url} is still kept."));
        Assert.All(others, url => Assert.True(IsKept(url), $"{url} was dropped."));

        await AssertKeptAsync(["/praktijkvoorbeelden", .. others]);
        Assert.True(Contents.Delete(Contents.GetById(practice.Key)!).Success);
        Assert.All(others, url => Assert.True(IsKept(url), $"{url} was dropped."));
        using var gone = await _site.Http.GetAsync(new Uri(shows[0], UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_branch_that_is_closed_is_in_no_list_feed_count_or_file()
    {
        var practice = Community.Sorted(ItemKind.Practice, ItemOrder.Name, "nl")[0];
        var page = await PathAsync(practice);
        var slug = page.Split('/')[^1];
        var goalPage = await PathAsync(Community.Goal(practice.Goals[0].Number)!);
        string[] channels =
        [
            "/praktijkvoorbeelden?sorteer=naam", goalPage, "/feed.atom", "/sitemap.xml", "/", "/monitor", $"/zoeken?q={slug}", $"/praktijkvoorbeelden?q={slug}",
            "/api/v1/practices?pageSize=100", "/api/v1/practices?format=csv", "/api/v1/goals", "/api/v1/coverage-matrix",
            $"/api/v1/search?q={slug}", $"{Delivery}?filter=contentType:practice&take=1000",
        ];
        var before = new Dictionary<string, string>();
        foreach (var url in channels)
        {
            before[url] = await _site.TextAsync(url);
        }

        var count = Community.Figures.Total.Practices;
        Assert.Contains(before.Values, text => text.Contains(page, StringComparison.Ordinal));
        var content = Contents.GetById(practice.Key)!;
        var login = Contents.GetRootContent().First();
        Assert.True(_site.Get<IPublicAccessService>().Save(new PublicAccessEntry(content, login, login, [])).Success);
        Assert.Equal(count - 1, Community.Figures.Total.Practices);
        foreach (var url in channels)
        {
            var after = await _site.TextAsync(url);
            Assert.DoesNotContain(page, after, StringComparison.Ordinal);
            Assert.DoesNotContain(practice.Key.ToString(), after, StringComparison.OrdinalIgnoreCase);
            Assert.True(before[url] != after || !before[url].Contains(page, StringComparison.Ordinal), $"{url} is as it was.");
        }

        using var own = await _site.Http.GetAsync(new Uri($"/api/v1/practices/{practice.Key}", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, own.StatusCode);
    }

    private async Task AssertKeptAsync(string[] urls)
    {
        foreach (var url in urls)
        {
            await _site.TextAsync(url);
            Assert.True(IsKept(url), $"{url} is not kept.");
        }
    }

    private bool IsKept(string url)
    {
        var uri = new Uri(_site.Http.BaseAddress!, url);
        return _site.Get<AnswerStore>().Find(
            new AnswerAddress("http", uri.Authority, string.Empty, uri.AbsolutePath, uri.Query), new HeaderDictionary()) is not null;
    }

    private async Task<string> PathAsync(CommunityItem item)
    {
        var answer = System.Text.Json.Nodes.JsonNode.Parse(await _site.TextAsync($"{Delivery}/item/{item.Key}"))!;
        return ((string)answer["route"]!["path"]!).TrimEnd('/');
    }

    private void Publish(IContent content)
    {
        Assert.True(Contents.Save(content).Success);
        Assert.True(Contents.Publish(Contents.GetById(content.Key)!, ["*"]).Success);
    }
}

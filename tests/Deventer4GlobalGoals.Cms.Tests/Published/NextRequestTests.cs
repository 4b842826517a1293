using System.Text.Json.Nodes;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.Published;

/// <summary>What editors do is what the very next visitor gets, through the real services, database and server.</summary>
[Collection(HostedCollection.Name)]
public class NextRequestTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_page_is_there_from_publish_until_unpublish()
    {
        var page = site.Page("Koffie");
        Assert.Equal("404", await site.AskAsync("/koffie"));

        site.Publish(page);
        Assert.Equal($"page={page.Id} nl", await site.AskAsync("/koffie"));
        Assert.Equal("404", await site.AskAsync("/en/koffie"));

        Assert.True(site.Contents.Unpublish(site.Contents.GetById(page.Key)!).Success);
        Assert.Equal("404", await site.AskAsync("/koffie"));
    }

    [Fact]
    public async Task A_language_is_there_once_it_is_published()
    {
        var page = site.Page("Thee");
        site.Publish(page);
        page = site.Contents.GetById(page.Key)!;
        page.SetCultureName("Tea", "en-US");
        site.Contents.Save(page);
        Assert.Equal("404", await site.AskAsync("/en/tea"));

        site.Publish(page);
        Assert.Equal($"page={page.Id} en-US", await site.AskAsync("/en/tea"));
    }

    [Fact]
    public async Task A_draft_changes_nothing_for_visitors()
    {
        var page = site.Page("Water");
        site.Publish(page);
        page = site.Contents.GetById(page.Key)!;
        page.SetValue("title", "Nog niet af", "nl");
        site.Contents.Save(page);
        Assert.Equal("Water", await TitleAsync(page));

        site.Publish(page);
        Assert.Equal("Nog niet af", await TitleAsync(page));
    }

    [Fact]
    public async Task A_branch_goes_where_it_is_moved_and_into_the_bin()
    {
        var from = site.Page("Van");
        var to = site.Page("Naar");
        var page = site.Page("Blad", from);
        var leaf = site.Page("Nerf", page);
        foreach (var one in new[] { from, to, page, leaf })
        {
            site.Publish(one);
        }

        Assert.Equal($"page={leaf.Id} nl", await site.AskAsync("/van/blad/nerf"));
        Assert.True(site.Contents.Move(site.Contents.GetById(page.Key)!, to.Id).Success);
        Assert.Equal($"page={leaf.Id} nl", await site.AskAsync("/naar/blad/nerf"));

        Assert.True(site.Contents.MoveToRecycleBin(site.Contents.GetById(page.Key)!).Success);
        Assert.Equal("404", await site.AskAsync("/naar/blad"));
        Assert.Equal("404", await site.AskAsync("/naar/blad/nerf"));
    }

    [Fact]
    public async Task Below_an_unpublished_page_nothing_is_there()
    {
        var top = site.Page("Boom");
        var below = site.Page("Tak", top);
        site.Publish(top);
        site.Publish(below);
        site.Contents.Unpublish(site.Contents.GetById(top.Key)!);
        Assert.Equal("404", await site.AskAsync("/boom/tak"));

        site.Publish(top);
        Assert.Equal($"page={below.Id} nl", await site.AskAsync("/boom/tak"));
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_there()
    {
        using (site.Get<ICoreScopeProvider>().CreateCoreScope())
        {
            site.Publish(site.Page("Spook"));
        }

        Assert.Equal("404", await site.AskAsync("/spook"));
    }

    [Fact]
    public async Task A_property_that_is_taken_from_the_type_is_gone()
    {
        var page = site.Page("Soort");
        site.Publish(page);
        Assert.True((await PropertiesAsync(page)).ContainsKey("note"));

        var types = site.Get<IContentTypeService>();
        var type = types.Get("page")!;
        type.RemovePropertyType("note");
        await types.UpdateAsync(type, Constants.Security.SuperUserKey);
        Assert.False((await PropertiesAsync(page)).ContainsKey("note"));
        Assert.Equal("Soort", await TitleAsync(page));
    }

    private async Task<JsonObject> PropertiesAsync(IContent page) =>
        JsonNode.Parse(await site.AskAsync($"/umbraco/delivery/api/v2/content/item/{page.Key}"))!["properties"]!.AsObject();

    private async Task<string?> TitleAsync(IContent page) => (string?)(await PropertiesAsync(page))["title"];
}

using System.Net;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace Deventer4GlobalGoals.Web.Tests.Desk.Checks;

/// <summary>The checks on the desk: what stops a page, what only advises, and what is known of the whole site.</summary>
public sealed class CheckTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink());

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task An_error_keeps_a_page_off_the_site_says_why_and_loses_nothing()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var item = Practice();
        var refused = await SaveAsync(anna, item, ("f.whatWasDone", "[Klik hier](/bestaat-niet) en [](/agenda)."), ("do", "publish"));
        var problems = refused.Page.QuerySelector("#fouten")!;
        Assert.Contains("nog niet online", problems.TextContent, StringComparison.Ordinal);
        Assert.NotNull(problems.QuerySelector("a[href='#veld-whatWasDone']"));
        Assert.Contains("/bestaat-niet", problems.TextContent, StringComparison.Ordinal);
        Assert.Equal("[Klik hier](/bestaat-niet) en [](/agenda).", Contents.GetById(item.Key)!.GetValue<string>("whatWasDone", "nl"));
        Assert.DoesNotContain("Klik hier", await _site.TextAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep"), StringComparison.Ordinal);

        var planned = await anna.PostAsync($"/umbraco/items/{item.Key}", $"/umbraco/items/{item.Key}/schedule?culture=nl", ("release", "2099-01-01T09:00"));
        Assert.Equal(HttpStatusCode.Redirect, planned.Status);
        Assert.Empty(Contents.GetContentScheduleByContentId(item.Id).FullSchedule);
    }

    [Fact]
    public async Task A_hint_is_shown_and_stops_nobody()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var item = Practice();
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(anna, item, ("f.summary", "Wij gaan dit implementeren."), ("do", "publish"))).Status);
        Assert.Contains("Wij gaan dit implementeren.", await _site.TextAsync("/praktijkvoorbeelden/circulair-bouwen-bij-vdr-bouwgroep"), StringComparison.Ordinal);
        Assert.Contains("invoeren", (await anna.GetAsync($"/umbraco/items/{item.Key}")).Page.QuerySelector("#nakijken")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_the_site_follows_what_happens_and_comes_as_a_file()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var check = _site.Get<SiteCheck>();
        var clean = await check.LookAsync(Patience, CancellationToken.None);
        Assert.Equal((0, true), (clean.Errors, clean.IsComplete));

        var item = Practice();
        var other = Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).First(one => one.ContentType.Alias == "article" && one.Published);
        var path = Path(other);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(anna, item, ("f.whatWasDone", $"Zie [het bericht]({path})."), ("do", "publish"))).Status);
        Assert.Equal(0, (await check.LookAsync(Patience, CancellationToken.None)).Errors);

        // What it links to goes; it didn't change itself.
        await anna.PostAsync($"/umbraco/items/{other.Key}", $"/umbraco/items/{other.Key}/unpublish?culture=nl", ("sure", "true"));
        var found = await check.LookAsync(Patience, CancellationToken.None);
        Assert.Equal((item.Key, "link-broken"), (found.Pages[0].Key, found.Pages[0].Findings[0].Rule.Id));
        Assert.Equal(1, found.Errors);

        Assert.Contains("Eén fout", (await anna.GetAsync("/umbraco")).Page.QuerySelector("#controles")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var list = await anna.GetAsync("/umbraco/checks?rule=link-broken");
        Assert.Contains(path, Assert.Single(list.Page.QuerySelectorAll(".d4-taken__breed")).TextContent, StringComparison.Ordinal);
        var file = (await anna.GetAsync("/umbraco/checks/csv")).Text;
        Assert.Contains("\"link-broken\";\"ja\";\"whatWasDone\"", file, StringComparison.Ordinal);

        await SaveAsync(anna, item, ("f.whatWasDone", "Zonder link."), ("do", "publish"));
        Assert.Equal(0, (await check.LookAsync(Patience, CancellationToken.None)).Errors);
    }

    [Fact]
    public async Task What_leads_to_a_page_that_goes_is_found_and_found_right_again_when_it_is_back()
    {
        var check = _site.Get<SiteCheck>();
        var looked = (await check.LookAsync(Patience, CancellationToken.None)).Looked;
        var picking = Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).First(one => one.Published && one.ContentType.Alias == "practice" && !string.IsNullOrEmpty(one.GetValue<string>("organisations")));
        var picked = Contents.GetById(((GuidUdi)UdiParser.Parse(picking.GetValue<string>("organisations")!.Split(',')[0])).Guid)!;
        var parent = picked.ParentId;
        Assert.True(Contents.MoveToRecycleBin(picked).Success);
        var gone = await check.LookAsync(Patience, CancellationToken.None);
        Assert.Contains(gone.Pages, page => page.Key == picking.Key && page.Findings.Any(finding => finding.Rule == CheckRules.LinkBroken && finding.What == picked.Name));
        Assert.DoesNotContain(gone.Pages, page => page.Key == picked.Key);
        Assert.True(gone.Looked < looked);

        Assert.True(Contents.Move(Contents.GetById(picked.Key)!, parent).Success);
        var back = await check.LookAsync(Patience, CancellationToken.None);
        Assert.DoesNotContain(back.Pages, page => page.Key == picking.Key && page.Findings.Any(finding => finding.Rule == CheckRules.LinkBroken));
        Assert.True(back.IsComplete);
    }

    [Fact]
    public async Task A_branch_that_goes_takes_all_below_it_from_the_list()
    {
        var check = _site.Get<SiteCheck>();
        await check.LookAsync(Patience, CancellationToken.None);
        var list = Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Single(one => one.ContentType.Alias == "news");
        var below = Contents.GetPagedDescendants(list.Id, 0, 10_000, out _).Select(one => one.Key).ToHashSet();
        Assert.NotEmpty(below);
        Assert.True(Contents.MoveToRecycleBin(list).Success);
        var found = await check.LookAsync(Patience, CancellationToken.None);
        Assert.DoesNotContain(found.Pages, page => below.Contains(page.Key));
        Assert.True(found.IsComplete);
    }

    private string Path(IContent item)
    {
        using var context = _site.Get<IUmbracoContextFactory>().EnsureUmbracoContext();
        return _site.Get<IPublishedUrlProvider>().GetUrl(item.Key, UrlMode.Relative, "nl");
    }

    private static async Task<Answer> SaveAsync(Person person, IContent item, params (string Name, string Value)[] changes)
    {
        var address = $"/umbraco/items/{item.Key}?culture=nl";
        var form = (await person.GetAsync(address)).Page.QuerySelector("form#bewerk")!;
        return await person.SubmitAsync(form, address, changes);
    }

    private IContent Practice() => Contents.GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 10_000, out _).Single(item => item.Name == "Circulair bouwen bij VDR Bouwgroep");
}

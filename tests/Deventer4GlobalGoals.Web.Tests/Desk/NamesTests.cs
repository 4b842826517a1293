using System.Net;
using System.Text.Json;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>Pages by the names that people know them by.</summary>
public sealed class NamesTests : IAsyncLifetime
{
    private const string Dutch = "nl";

    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    private PageNames Names => _site.Get<PageNames>();

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync(new MailSink());

    public async Task DisposeAsync() => await _site.DisposeAsync();

    /// <summary>Issue 6: all names were read again every few seconds, which took seconds on a large site and stopped twenty editors at once.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_names_are_those_of_a_full_reading_after_whatever_happens(int seed)
    {
        var random = new Random(seed);
        var articles = List("news");
        var practices = List("practices");
        var made = new List<int>();
        Assert.Equal(Oracle(), Names.Pages(string.Empty).Listed);
        for (var round = 0; round < 60; round++)
        {
            var item = made.Count > 0 ? Contents.GetById(made[random.Next(made.Count)]) : null;
            switch (random.Next(7))
            {
                case 0 or 1:
                    var page = Contents.Create(string.Empty, articles.Id, "article");
                    page.SetCultureName($"Bericht {random.Next(8)} van {round}", Dutch);
                    Assert.True(Contents.Save(page).Success);
                    made.Add(page.Id);
                    break;
                case 2 when item is { Trashed: false }:
                    item.SetCultureName($"Anders {round}", Dutch);
                    Assert.True(Contents.Save(item).Success);
                    break;
                case 3 when item is { Trashed: false }:
                    Assert.True(Contents.MoveToRecycleBin(item).Success);
                    break;
                case 4 when item is { Trashed: true }:
                    Assert.True(Contents.Move(item, articles.Id).Success);
                    break;
                case 5 when item is not null:
                    Assert.True(Contents.Delete(item).Success);
                    made.Remove(item.Id);
                    break;
                case 6 when round % 3 == 0:
                    // What lies under it goes to the bin with it, and comes back with it.
                    Assert.True((practices.Trashed ? Contents.Move(practices, articles.ParentId) : Contents.MoveToRecycleBin(practices)).Success);
                    practices = Contents.GetById(practices.Id)!;
                    break;
            }

            if (random.Next(2) == 0)
            {
                Assert.Equal(Oracle(), Names.Pages(string.Empty).Listed);
            }
        }

        Assert.Equal(Oracle(), Names.Pages(string.Empty).Listed);
        Assert.Equal(Oracle("article"), Names.Pages("article").Listed);
    }

    [Fact]
    public async Task Names_that_fit_are_offered_to_who_writes()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var answer = await anna.GetAsync("/umbraco/names?of=organisation&q=circulus");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["Circulus-Berkel"], JsonSerializer.Deserialize<string[]>(answer.Text)!);
        Assert.Equal("[]", (await anna.GetAsync("/umbraco/names?of=meeting&q=circulus-berkel")).Text);
        Assert.Equal("[]", (await anna.GetAsync("/umbraco/names?of=organisation&q=")).Text);
        Assert.Equal("[]", (await anna.GetAsync("/umbraco/names?of=bestaat-niet&q=a")).Text);
    }

    [Fact]
    public async Task A_name_that_nothing_has_is_answered_with_those_that_may_be_meant()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var fields = new (string, string)[] { ("Name", "Lunch"), ("Date", "2099-03-11"), ("From", "12:00"), ("Until", "13:30"), ("PlaceName", "Boreel"), ("Summary", "Een lunch."), ("Organiser", "circulus"), ("do", "publish") };
        var refused = await anna.PostAsync("/umbraco/meetings/new", "/umbraco/meetings/new", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Op de site staat geen organisatie met de naam \"circulus\". Bedoelt u \"Circulus-Berkel\"?", refused.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_carries_a_short_list_along_and_says_where_a_long_one_is_asked_for()
    {
        using var anna = await _site.SignInAsync("anna", AccountRoles.Editor);
        var few = (await anna.GetAsync("/umbraco/meetings/new")).Page.QuerySelector("datalist#organisaties")!;
        Assert.False(few.HasAttribute("data-names"));
        Assert.Contains("Circulus-Berkel", few.QuerySelectorAll("option").Select(option => option.GetAttribute("value")));
        var organisations = List("organisations");
        for (var number = 0; number < NameList.MostListed; number++)
        {
            var page = Contents.Create(string.Empty, organisations.Id, "organisation");
            page.SetCultureName($"Voorbeeldbedrijf {number}", Dutch);
            Assert.True(Contents.Save(page).Success);
        }

        var many = (await anna.GetAsync("/umbraco/meetings/new")).Page.QuerySelector("datalist#organisaties")!;
        Assert.Empty(many.QuerySelectorAll("option"));
        Assert.Equal("""["Voorbeeldbedrijf 299"]""", (await anna.GetAsync(many.GetAttribute("data-names") + "&q=bedrijf%20299")).Text);
    }

    [Fact]
    public void A_long_list_is_not_carried_along_but_everything_in_it_is_found()
    {
        var few = List(NameList.MostListed);
        Assert.True(few.IsWhole);
        Assert.Equal(NameList.MostListed, few.Listed.Count);
        var many = List(2_500);
        Assert.False(many.IsWhole);
        Assert.Empty(many.Listed);
        Assert.NotNull(many.Find("PAGINA 2499"));
        Assert.Equal(["Pagina 24", "Pagina 240", "Pagina 241"], many.Like("pagina 24", 3));
        Assert.Equal(["Een pagina", "Pagina"], new NameList([Item(1, "Een pagina"), Item(2, "Pagina")]).Listed);
        Assert.Equal(["Pagina", "Een pagina"], new NameList([Item(1, "Een pagina"), Item(2, "Pagina")]).Like("pag", 5));
    }

    [Fact]
    public void Two_of_one_name_can_both_be_chosen()
    {
        var (one, other) = (Item(1, "Lunch"), Item(2, "lunch"));
        var list = new NameList([one, other]);
        Assert.Equal(one.Key, list.Find("Lunch"));
        Assert.Equal(other.Key, list.Find(list.Listed[1]));
        Assert.StartsWith("lunch (", list.Listed[1], StringComparison.Ordinal);
    }

    private IContent List(string type) => Contents.GetRootContent().SelectMany(root => Contents.GetPagedChildren(root.Id, 0, 100, out _, null, null, null)).Single(page => page.ContentType.Alias == type);

    private static NameList List(int count) => new(Enumerable.Range(0, count).Select(number => Item(number, $"Pagina {number}")));

    private static NamedItem Item(int number, string name) => new(number, Guid.NewGuid(), name, "article", $"-1,{number}", IsTrashed: false);

    /// <summary>As somebody would find them who opens every page.</summary>
    private List<string> Oracle(string? type = null)
    {
        var all = new List<NamedItem>();
        foreach (var page in Contents.GetRootContent().SelectMany(root => Contents.GetPagedDescendants(root.Id, 0, 10_000, out _).Prepend(root)))
        {
            if (!page.Trashed && (type is null || page.ContentType.Alias == type))
            {
                all.Add(new NamedItem(page.Id, page.Key, page.GetCultureName(Dutch) ?? page.Name!, page.ContentType.Alias, page.Path, IsTrashed: false));
            }
        }

        var order = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("nl-NL"), ignoreCase: true);
        return [.. new NameList(all.OrderBy(item => item.Name, order).ThenBy(item => item.Id)).Listed];
    }
}

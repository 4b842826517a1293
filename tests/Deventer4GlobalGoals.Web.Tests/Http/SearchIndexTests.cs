using Deventer4GlobalGoals.Search.Index;
using Deventer4GlobalGoals.Search.Query;
using Deventer4GlobalGoals.Web.Search;
using Deventer4GlobalGoals.Web.Search.Indexing;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>From content to the indexes: what gets in, when, and what never does.</summary>
public sealed class SearchIndexTests : IAsyncLifetime
{
    private const string Secret = "Kwetterbrood";

    private readonly string _folder = Directory.CreateTempSubdirectory("d4gg-index-").FullName;
    private CommunitySite _site = null!;

    private IContentService Contents => _site.Get<IContentService>();

    private SiteIndexes Indexes => _site.Get<SiteIndexes>();

    public async Task InitializeAsync()
    {
        _site = await StartAsync();

        // While an index is filled as a whole nobody waits for it.
        await CaughtUpAsync();
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_draft_is_in_the_internal_index_only_until_it_is_published()
    {
        var draft = Draft();
        await CaughtUpAsync();
        Assert.Equal((0, 1), (Count(SearchSchema.External), Count(SearchSchema.Internal)));

        Publish(draft);
        await CaughtUpAsync();
        Assert.Equal((1, 1), (Count(SearchSchema.External), Count(SearchSchema.Internal)));
        Assert.Equal(1, Count(SearchSchema.External, culture: "en-US"));

        var edited = Contents.GetById(draft.Key)!;
        edited.SetCultureName("Fluisterkaas", "nl");
        edited.SetValue("whatWasDone", "Een **geheim** van morgen.", "nl");
        Assert.True(Contents.Save(edited).Success);
        await CaughtUpAsync();
        Assert.Equal((0, 1), (Count(SearchSchema.External, "fluisterkaas"), Count(SearchSchema.Internal, "fluisterkaas")));
        Assert.Equal((1, 0), (Count(SearchSchema.External), Count(SearchSchema.Internal)));
    }

    [Fact]
    public async Task What_is_unpublished_closed_or_recycled_is_gone_from_answers_at_once()
    {
        var practice = Draft();
        Publish(practice);
        Assert.True(await IsShownAsync());

        Assert.True(Contents.Unpublish(Contents.GetById(practice.Key)!).Success);
        Assert.False(await IsShownAsync());

        Publish(practice);
        Assert.True(await IsShownAsync());
        var access = _site.Get<IPublicAccessService>();
        var closed = new PublicAccessEntry(At("/praktijkvoorbeelden"), At("/privacy"), At("/privacy"), []);
        Assert.True(access.Save(closed).Success);
        Assert.False(await IsShownAsync());

        Assert.True(access.Delete(closed).Success);
        Assert.True(await IsShownAsync());
        Assert.True(Contents.MoveToRecycleBin(Contents.GetById(practice.Key)!).Success);
        Assert.False(await IsShownAsync());
        Assert.Equal((0, 0), (Count(SearchSchema.External), Count(SearchSchema.Internal)));
    }

    [Fact]
    public async Task A_branch_goes_and_comes_back_with_the_page_above_it()
    {
        await CaughtUpAsync();
        var all = Count(SearchSchema.External, "type:bijeenkomst");
        var agenda = At("/agenda");
        Assert.True(Contents.Unpublish(agenda).Success);
        await CaughtUpAsync();
        Assert.Equal(0, Count(SearchSchema.External, "type:bijeenkomst"));

        Publish(Contents.GetById(agenda.Key)!);
        await CaughtUpAsync();
        Assert.Equal(all, Count(SearchSchema.External, "type:bijeenkomst"));

        Assert.True(Contents.MoveToRecycleBin(Contents.GetById(agenda.Key)!).Success);
        await CaughtUpAsync();
        Assert.Equal((0, 0), (Count(SearchSchema.External, "type:bijeenkomst"), Count(SearchSchema.Internal, "type:bijeenkomst")));
    }

    [Fact]
    public async Task What_is_deleted_without_a_stay_in_the_bin_is_gone_with_all_below_it()
    {
        await CaughtUpAsync();
        Assert.True(Count(SearchSchema.External, "type:nieuws") > 0);
        Assert.True(Contents.Delete(At("/nieuws")).Success);
        await CaughtUpAsync();
        Assert.Equal((0, 0), (Count(SearchSchema.External, "type:nieuws"), Count(SearchSchema.Internal, "type:nieuws")));
    }

    [Fact]
    public async Task A_practice_is_found_by_the_new_name_of_its_organisation()
    {
        var practice = Draft();
        var organisation = At("/organisaties/auping");
        practice.SetValue("organisations", $"umb://document/{organisation.Key:N}");
        Publish(practice);
        await CaughtUpAsync();
        Assert.Equal(1, Count(SearchSchema.External, $"{Secret} auping"));

        organisation.SetCultureName("Slaapwandelfabriek", "nl");
        Publish(organisation);
        await CaughtUpAsync();
        Assert.Equal(1, Count(SearchSchema.External, $"{Secret} slaapwandelfabriek"));
    }

    [Fact]
    public async Task What_a_crash_kept_out_of_the_index_is_found_after_the_next_start()
    {
        await CaughtUpAsync();
        var external = Indexes.External;
        var total = external.Documents;
        var lost = At("/organisaties/auping").Key.ToString("N");
        external.Apply([new IndexChange.Remove(lost), new IndexChange.Put(new SearchDocument(Guid.NewGuid().ToString("N"), "nl") { Title = Secret, Stored = "1" })]);
        external.Apply([new IndexChange.Put(new SearchDocument(At("/privacy").Key.ToString("N"), "nl") { Title = Secret, Stored = "old" })]);
        await RestartAsync();

        await CaughtUpAsync();
        Assert.Equal((total, 0), (Indexes.External.Documents, Count(SearchSchema.External)));
        Assert.True(Count(SearchSchema.External, "auping") > 0);
        Assert.Single(Files(), file => file.EndsWith("ExternalIndex.0002.sqlite", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_or_missing_index_is_filled_again_at_the_start()
    {
        await CaughtUpAsync();
        var total = Indexes.External.Documents;
        await _site.DisposeAsync();
        var files = Files();
        await System.IO.File.WriteAllTextAsync(files.Single(file => file.Contains("External", StringComparison.Ordinal)), "This is no index.");
        System.IO.File.Delete(files.Single(file => file.Contains("Internal", StringComparison.Ordinal)));
        _site = await StartAsync();

        await CaughtUpAsync();
        Assert.Equal((total, false), (Indexes.External.Documents, Indexes.All[SearchSchema.Internal].NeedsRebuild));
        Assert.False(await IsShownAsync());
        Assert.True(Count(SearchSchema.Internal, "koffie") > 0);
    }

    private Task<CommunitySite> StartAsync() => CommunitySite.StartAsync(services => services.Configure<SearchOptions>(options => options.Folder = _folder));

    private async Task RestartAsync()
    {
        await _site.DisposeAsync();
        _site = await StartAsync();
    }

    private string[] Files() => Directory.GetFiles(_folder, "*.sqlite");

    private async Task CaughtUpAsync() => Assert.True(await _site.Get<PendingChanges>().CatchUpAsync(TimeSpan.FromMinutes(1), CancellationToken.None));

    private int Count(string index, string words = Secret, string culture = "nl") =>
        Indexes.All[index].Search(new SearchRequest(culture) { Query = words, Forgiving = false }).Total;

    private async Task<bool> IsShownAsync()
    {
        var answers = await _site.TextAsync("/api/v1/search?q=" + Secret) + await _site.TextAsync("/zoeken?q=" + Secret) + await _site.TextAsync("/zoeken.atom?q=" + Secret);
        return answers.Contains($"/{Secret.ToLowerInvariant()}\"", StringComparison.Ordinal);
    }

    private IContent At(string path) =>
        Contents.GetById(_site.Get<IDocumentUrlService>().GetDocumentKeyByRoute(path, "nl", Contents.GetRootContent().First().Id, isDraft: false)!.Value)!;

    private IContent Draft()
    {
        var draft = new Umbraco.Cms.Core.Models.Content(Secret, At("/praktijkvoorbeelden").Id, _site.Get<IContentTypeService>().Get("practice")!, "nl");
        draft.SetCultureName(Secret, "nl");
        draft.SetValue("summary", "Brood dat zingt.", "nl");
        Assert.True(Contents.Save(draft).Success);
        return Contents.GetById(draft.Key)!;
    }

    private void Publish(IContent content)
    {
        Assert.True(Contents.Save(content).Success);
        Assert.True(Contents.Publish(Contents.GetById(content.Key)!, ["*"]).Success);
    }
}

using Deventer4GlobalGoals.Cms.USync;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

/// <summary>What an import does to a page that is there already.</summary>
public sealed class SiteItemTests : IDisposable
{
    private const string Rose = "Content/rose-garden.config";
    private static readonly Guid RoseGarden = new("5f0c8d4e-aaaa-4c11-8a11-000000000002");

    private readonly TemporaryFolder _folder = TemporaryFolder.CopyOf(Repository.Foreign);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_moves_to_the_parent_that_its_file_names()
    {
        await using var site = await StartAsync();
        _folder.Alter(Rose, "<Parent Key=\"5f0c8d4e-aaaa-4c11-8a11-000000000001\">", $"<Parent Key=\"{Guid.Empty}\">");

        Assert.Equal(USyncChange.Updated, await ImportRoseAsync(site));

        var page = site.Get<IContentService>().GetById(RoseGarden)!;
        Assert.Equal((Constants.System.Root, 1), (page.ParentId, page.Level));
        Assert.Equal(["en-US"], page.PublishedCultures);
        Assert.Equal(USyncChange.Unchanged, await ImportRoseAsync(site));
    }

    [Fact]
    public async Task A_page_goes_to_the_recycle_bin_and_comes_back_published()
    {
        await using var site = await StartAsync();
        var contents = site.Get<IContentService>();

        _folder.Alter(Rose, "<Trashed>false", "<Trashed>true");
        Assert.Equal(USyncChange.Updated, await ImportRoseAsync(site));
        var trashed = contents.GetById(RoseGarden)!;
        Assert.Equal((true, Constants.System.RecycleBinContent), (trashed.Trashed, trashed.ParentId));
        Assert.Equal(USyncChange.Unchanged, await ImportRoseAsync(site));

        _folder.Alter(Rose, "<Trashed>true", "<Trashed>false");
        Assert.Equal(USyncChange.Updated, await ImportRoseAsync(site));
        var restored = contents.GetById(RoseGarden)!;
        Assert.Equal((false, "Gardens"), (restored.Trashed, contents.GetParent(restored)?.Name));
        Assert.Equal(["en-US"], restored.PublishedCultures);
        Assert.Equal(USyncChange.Unchanged, await ImportRoseAsync(site));
    }

    [Fact]
    public async Task An_action_file_deletes_its_page_once()
    {
        await using var site = await StartAsync();
        _folder.Write(Rose, $"<Empty Key=\"{RoseGarden}\" Alias=\"Rose garden\" Change=\"Delete\" />");

        Assert.Equal(USyncChange.Deleted, await ImportRoseAsync(site));
        Assert.Null(site.Get<IContentService>().GetById(RoseGarden));
        Assert.Equal(USyncChange.Unchanged, await ImportRoseAsync(site));
    }

    [Fact]
    public async Task A_refused_value_of_a_draft_leaves_the_page_as_it_was_and_is_named()
    {
        await using var site = await StartAsync();
        _folder.Alter(Rose, "<Published Culture=\"en-US\">true", "<Published Culture=\"en-US\">false");
        _folder.Alter(Rose, "<Name Culture=\"en-US\">Rose garden", "<Name Culture=\"en-US\">Rosarium");
        _folder.Alter(Rose, "[\"Spring\"]", "[\"Monsoon\"]");

        var report = await site.ImportAsync(_folder.Path);

        var failed = Assert.Single(report.Results, result => result.Change == USyncChange.Failed);
        Assert.Equal((Rose, "Rose garden", "Properties/season"), (failed.File, failed.Item, failed.Field));
        var page = site.Get<IContentService>().GetById(RoseGarden)!;
        Assert.Equal("Rose garden", page.GetCultureName("en-US"));
        Assert.Equal("[\"Spring\"]", page.GetValue<string>("season"));
        Assert.Equal(["en-US"], page.PublishedCultures);
    }

    [Fact]
    public async Task A_wildcard_domain_gives_its_page_a_language_whatever_number_the_file_has()
    {
        const string Wildcard = "Domains/98765_fr-fr.config";
        await using var site = await StartAsync();
        _folder.Write(Wildcard, $"""
            <Domain Key="{Guid.NewGuid()}" Alias="*98765">
              <Info>
                <IsWildcard>true</IsWildcard>
                <Language>fr-FR</Language>
                <Root Key="{RoseGarden}">/Gardens/Rose garden</Root>
              </Info>
            </Domain>
            """);

        Assert.Equal(USyncChange.Created, await ImportAsync(site, Wildcard));
        Assert.Equal(USyncChange.Unchanged, await ImportAsync(site, Wildcard));
        Assert.Equal("fr-FR", (await DomainAsync(site)).LanguageIsoCode);

        _folder.Alter(Wildcard, "fr-FR", "en-US");
        Assert.Equal(USyncChange.Updated, await ImportAsync(site, Wildcard));
        var domain = await DomainAsync(site);
        Assert.Equal(("en-US", true), (domain.LanguageIsoCode, domain.IsWildcard));

        _folder.Write(Wildcard, $"<Empty Key=\"{Guid.NewGuid()}\" Alias=\"{domain.DomainName}\" Change=\"Delete\" />");
        Assert.Equal(USyncChange.Deleted, await ImportAsync(site, Wildcard));
        Assert.Empty(await site.Get<IDomainService>().GetAssignedDomainsAsync(RoseGarden, true));
    }

    private static async Task<Umbraco.Cms.Core.Models.IDomain> DomainAsync(ImportedSite site) =>
        Assert.Single(await site.Get<IDomainService>().GetAssignedDomainsAsync(RoseGarden, true));

    private async Task<ImportedSite> StartAsync()
    {
        var site = await ImportedSite.StartWithoutDutchAsync();
        ImportedSite.AssertNone(await site.ImportAsync(_folder.Path), USyncChange.Failed);
        return site;
    }

    private Task<USyncChange> ImportRoseAsync(ImportedSite site) => ImportAsync(site, Rose);

    private async Task<USyncChange> ImportAsync(ImportedSite site, string file)
    {
        var report = await site.ImportAsync(_folder.Path);
        ImportedSite.AssertNone(report, USyncChange.Failed);
        return report.Results.Single(result => result.File == file).Change;
    }
}

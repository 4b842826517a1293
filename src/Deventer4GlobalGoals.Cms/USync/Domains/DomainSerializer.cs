using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync.Domains;

public sealed class DomainSerializer(ICoreScopeProvider scopes, IDomainService domains, IContentService contents)
    : USyncSerializer<DomainFile>(scopes)
{
    public override string Folder => "Domains";

    public override string Element => "Domain";

    public override async Task<bool> ExistsAsync(Guid key, string name) => await GetAsync(name) is not null;

    protected override IEnumerable<USyncReference> References(DomainFile file)
    {
        yield return new USyncReference("Content", file.Root.Key, file.Root.Name, "Info/Root");
        yield return new USyncReference(
            "Language",
            USyncNames.AliasKey(file.Language),
            file.Language,
            "Info/Language");
    }

    /// <summary>The path is there for people; and a wildcard is named after the page's number, which differs per site.</summary>
    protected override DomainFile Comparable(DomainFile file, DomainFile other) => file with
    {
        Alias = file.IsWildcard ? "*" : file.Alias.ToLowerInvariant(),
        Root = file.Root with { Name = string.Empty },
    };

    protected override async Task<DomainFile?> FindAsync(DomainFile wanted)
    {
        var found = wanted.IsWildcard
            ? (await domains.GetAssignedDomainsAsync(wanted.Root.Key, true)).FirstOrDefault(d => d.IsWildcard)
            : await GetAsync(wanted.Alias);
        return found is null ? null : ToFile(found);
    }

    protected override async Task SaveAsync(DomainFile wanted)
    {
        if (await GetAsync(wanted.Alias) is { } old
            && contents.GetById(old.RootContentId ?? 0) is { } page
            && page.Key != wanted.Root.Key)
        {
            await AssignAsync(page.Key, model => model.Domains = Without(model, wanted.Alias));
        }

        await AssignAsync(wanted.Root.Key, model => Add(model, wanted));
    }

    protected override async Task<IReadOnlyList<DomainFile>> AllAsync() =>
        [.. (await domains.GetAllAsync(true)).Where(domain => domain.RootContentId is not null).Select(ToFile)];

    protected override async Task RemoveAsync(Guid key, string name)
    {
        var domain = await GetAsync(name);
        var page = contents.GetById(domain!.RootContentId ?? 0)
            ?? throw new USyncException("Alias", $"The page of {name} is not there.");
        await AssignAsync(page.Key, model =>
        {
            model.Domains = Without(model, name);
            model.DefaultIsoCode = domain.IsWildcard ? null : model.DefaultIsoCode;
        });
    }

    private static void Add(DomainsUpdateModel model, DomainFile wanted)
    {
        if (wanted.IsWildcard)
        {
            model.DefaultIsoCode = wanted.Language;
        }
        else
        {
            model.Domains =
            [
                .. Without(model, wanted.Alias),
                new DomainModel { DomainName = wanted.Alias, IsoCode = wanted.Language },
            ];
        }
    }

    private static List<DomainModel> Without(DomainsUpdateModel model, string name) =>
        [.. model.Domains.Where(domain => !domain.DomainName.Equals(name, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Umbraco sets all domains of a page in one go, so the ones that are there are passed on.</summary>
    private async Task AssignAsync(Guid page, Action<DomainsUpdateModel> change)
    {
        var assigned = (await domains.GetAssignedDomainsAsync(page, true)).OrderBy(domain => domain.SortOrder).ToList();
        var model = new DomainsUpdateModel
        {
            DefaultIsoCode = assigned.Find(domain => domain.IsWildcard)?.LanguageIsoCode,
            Domains =
            [
                .. assigned.Where(domain => !domain.IsWildcard && domain.LanguageIsoCode is not null).Select(domain =>
                    new DomainModel { DomainName = domain.DomainName, IsoCode = domain.LanguageIsoCode! }),
            ],
        };
        change(model);
        var result = await domains.UpdateDomainsAsync(page, model);
        Require(result.Success, result.Status, "Alias");
    }

    private async Task<IDomain?> GetAsync(string name) => (await domains.GetAllAsync(true))
        .FirstOrDefault(domain => domain.DomainName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private DomainFile ToFile(IDomain domain)
    {
        var page = domain.RootContentId is { } id ? contents.GetById(id) : null;
        var path = page is null
            ? string.Empty
            : string.Concat(contents.GetAncestors(page).OrderBy(above => above.Level).Append(page).Select(p => "/" + p.Name));
        return new DomainFile(
            domain.DomainName,
            domain.IsWildcard,
            domain.LanguageIsoCode ?? string.Empty,
            new KeyedName(page?.Key ?? Guid.Empty, path));
    }
}

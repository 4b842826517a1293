using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync.Templates;

public sealed class TemplateSerializer(ICoreScopeProvider scopes, ITemplateService templates)
    : USyncSerializer<TemplateFile>(scopes)
{
    public override string Folder => "Templates";

    public override string Element => "Template";

    public override async Task<bool> ExistsAsync(Guid key, string name) => await GetAsync(key, name) is not null;

    protected override int Rank(TemplateFile file) => file.Level;

    /// <summary>The layout of a view follows from the view itself, so neither parent nor level counts.</summary>
    protected override TemplateFile Comparable(TemplateFile file, TemplateFile other) =>
        file with { Parent = string.Empty, Level = 1 };

    protected override async Task<TemplateFile?> FindAsync(TemplateFile wanted) =>
        await GetAsync(wanted.Key, wanted.Alias) is { } template ? ToFile(template) : null;

    protected override async Task SaveAsync(TemplateFile wanted)
    {
        var template = await GetAsync(wanted.Key, wanted.Alias);
        if (template is null)
        {
            var created = await templates.CreateAsync(wanted.Name, wanted.Alias, null, User, wanted.Key);
            Require(created.Success, created.Status, "Alias");
            return;
        }

        template.Key = wanted.Key;
        template.Alias = wanted.Alias;
        template.Name = wanted.Name;
        var updated = await templates.UpdateAsync(template, User);
        Require(updated.Success, updated.Status, "Alias");
    }

    protected override async Task<IReadOnlyList<TemplateFile>> AllAsync() =>
        [.. (await templates.GetAllAsync(Array.Empty<string>())).Select(ToFile)];

    protected override async Task RemoveAsync(Guid key, string name)
    {
        var template = await GetAsync(key, name);
        var result = await templates.DeleteAsync(template!.Key, User);
        Require(result.Success, result.Status, "Alias");
    }

    private async Task<ITemplate?> GetAsync(Guid key, string alias) =>
        await templates.GetAsync(key) ?? await templates.GetAsync(alias);

    private static TemplateFile ToFile(ITemplate template) => new(
        template.Key,
        template.Alias,
        template.Name ?? template.Alias,
        template.MasterTemplateAlias ?? string.Empty,
        string.IsNullOrEmpty(template.MasterTemplateAlias) ? 1 : 2);
}

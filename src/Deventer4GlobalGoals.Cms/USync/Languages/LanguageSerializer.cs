using System.Globalization;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.USync.Languages;

public sealed class LanguageSerializer(ICoreScopeProvider scopes, ILanguageService languages)
    : USyncSerializer<LanguageFile>(scopes)
{
    public override string Folder => "Languages";

    public override string Element => "Language";

    public override async Task<bool> ExistsAsync(Guid key, string name) => await languages.GetAsync(name) is not null;

    protected override IEnumerable<USyncReference> References(LanguageFile file)
    {
        if (file.Fallback.Length > 0)
        {
            yield return new USyncReference(
                Element,
                USyncNames.AliasKey(file.Fallback),
                file.Fallback,
                "Fallback",
                First: true);
        }
    }

    /// <summary>The default goes first: the old default can't be demoted before there is a new one.</summary>
    protected override int Rank(LanguageFile file) => file.IsDefault ? 0 : 1;

    protected override Task<LanguageFile> ResolveAsync(LanguageFile wanted, USyncRun run)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(wanted.IsoCode, predefinedOnly: true);
            return Task.FromResult(wanted.Name.Length > 0 ? wanted : wanted with { Name = culture.NativeName });
        }
        catch (CultureNotFoundException error)
        {
            throw new USyncException("IsoCode", $"There is no language \"{wanted.IsoCode}\".", error);
        }
    }

    protected override async Task<LanguageFile?> FindAsync(LanguageFile wanted) =>
        await languages.GetAsync(wanted.IsoCode) is { } language ? ToFile(language) : null;

    protected override async Task SaveAsync(LanguageFile wanted)
    {
        var language = await languages.GetAsync(wanted.IsoCode) ?? new Language(wanted.IsoCode, wanted.Name);
        language.CultureName = wanted.Name;
        language.IsMandatory = wanted.IsMandatory;
        language.IsDefault = wanted.IsDefault;
        language.FallbackIsoCode = wanted.Fallback.Length == 0 ? null : wanted.Fallback;
        var result = language.HasIdentity
            ? await languages.UpdateAsync(language, User)
            : await languages.CreateAsync(language, User);
        Require(result.Success, result.Status, "IsoCode");
    }

    protected override async Task<IReadOnlyList<LanguageFile>> AllAsync() =>
        [.. (await languages.GetAllAsync()).Select(ToFile)];

    protected override async Task RemoveAsync(Guid key, string name)
    {
        var result = await languages.DeleteAsync(name, User);
        Require(result.Success, result.Status, "Alias");
    }

    private static LanguageFile ToFile(ILanguage language) => new(
        language.IsoCode,
        language.CultureName,
        language.IsMandatory,
        language.IsDefault,
        language.FallbackIsoCode ?? string.Empty);
}

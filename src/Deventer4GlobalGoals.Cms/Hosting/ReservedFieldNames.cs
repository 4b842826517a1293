using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>Aliases that a property can't have, because published content has a member of that name.</summary>
internal sealed class ReservedFieldNames : IReservedFieldNamesService
{
    private static readonly HashSet<string> Published = Members(typeof(IPublishedContent));

    private static readonly HashSet<string> Member = [.. Published, .. Members(typeof(IMember))];

    public ISet<string> GetDocumentReservedFieldNames() => Copy(Published);

    public ISet<string> GetMediaReservedFieldNames() => Copy(Published);

    public ISet<string> GetMemberReservedFieldNames() => Copy(Member);

    private static HashSet<string> Members(Type type) => type.GetInterfaces().Append(type)
        .SelectMany(contract => contract.GetProperties())
        .Select(property => property.Name)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Copy(HashSet<string> names) => new(names, StringComparer.OrdinalIgnoreCase);
}

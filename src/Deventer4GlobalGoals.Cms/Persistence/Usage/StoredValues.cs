using System.Globalization;
using Deventer4GlobalGoals.Cms.Persistence.Contents;

namespace Deventer4GlobalGoals.Cms.Persistence.Usage;

internal static class StoredValues
{
    /// <summary>
    /// Versions that hold a value of the property, by how <see cref="VersionData"/> writes one. The text of a value can't look
    /// like it: quotation marks within values are escaped. It reads every version, so it is for rare questions only.
    /// </summary>
    public static IQueryable<ContentVersionRow> WithValueOf(this IQueryable<ContentVersionRow> versions, int propertyTypeId)
    {
        var marker = string.Create(CultureInfo.InvariantCulture, $"{{\"p\":{propertyTypeId},");
        return versions.Where(version => version.Data.Contains(marker));
    }
}

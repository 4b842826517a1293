using System.ComponentModel.DataAnnotations;

namespace Deventer4GlobalGoals.Web.Search;

/// <summary>Where the indexes lie, and how long a question may wait for them.</summary>
public sealed class SearchOptions
{
    public const string Section = "Site:Search";

    /// <summary>The folder of the index files, from the content root unless it is a full path. It can be thrown away while the site is down.</summary>
    [Required]
    public string Folder { get; set; } = "umbraco/Data/TEMP/Search";

    /// <summary>How long a question waits, in milliseconds, for changes that were reported before it. Default 400; 0 doesn't wait.</summary>
    [Range(0, 60_000)]
    public int PatienceMilliseconds { get; set; } = 400;
}

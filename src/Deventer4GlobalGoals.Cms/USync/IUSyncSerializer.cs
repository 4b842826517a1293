using System.Xml.Linq;

namespace Deventer4GlobalGoals.Cms.USync;

/// <summary>One file, read into the record of its kind.</summary>
/// <remarks>File is the path from the uSync folder; for an export, the name uSync would give the file, without extension.</remarks>
public sealed record USyncItem(string File, Guid Key, string Label, object Record);

/// <summary>Another item that this one needs, and the field that names it; First when it must be there before this one.</summary>
public sealed record USyncReference(string Element, Guid Key, string Name, string Field, bool First = false);

/// <summary>What came of one item.</summary>
public sealed record USyncOutcome(USyncChange Change, IReadOnlyList<string> Fields);

/// <summary>The state of one import: whether it writes, and which items are known to the site or come with the folder.</summary>
public sealed record USyncRun(bool Write, Func<string, Guid, string, Task<bool>> ExistsAsync, ICollection<string> Notes);

/// <summary>Reads and writes one kind of item, between files and Umbraco's services.</summary>
public interface IUSyncSerializer
{
    /// <summary>The kind's folder below the uSync folder.</summary>
    string Folder { get; }

    /// <summary>Name of the root element of the kind's files.</summary>
    string Element { get; }

    /// <summary>Items of the kind refer to each other in circles, so they are looked at again once all are there.</summary>
    bool TwoPasses { get; }

    /// <exception cref="Files.USyncException">The file doesn't say what its kind must say.</exception>
    USyncItem Read(string file, XElement root);

    XElement Write(USyncItem item);

    IEnumerable<USyncReference> References(USyncItem item);

    /// <summary>Lower comes first among items that don't need each other.</summary>
    int Rank(USyncItem item);

    Task<bool> ExistsAsync(Guid key, string name);

    Task<USyncOutcome> ImportAsync(USyncItem item, USyncRun run);

    Task<IReadOnlyList<USyncItem>> ExportAsync();

    /// <returns>False when there was no such item.</returns>
    Task<bool> DeleteAsync(Guid key, string name, bool write);
}

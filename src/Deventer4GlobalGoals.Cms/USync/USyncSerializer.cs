using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;

namespace Deventer4GlobalGoals.Cms.USync;

/// <summary>The part that all kinds share: compare first, write only what differs, one transaction per item.</summary>
public abstract class USyncSerializer<TFile>(ICoreScopeProvider scopes) : IUSyncSerializer
    where TFile : class, IUSyncFile<TFile>
{
    /// <summary>uSync acts as Umbraco's built-in administrator.</summary>
    protected static readonly Guid User = Constants.Security.SuperUserKey;

    public abstract string Folder { get; }

    public abstract string Element { get; }

    public virtual bool TwoPasses => false;

    public USyncItem Read(string file, XElement root) => Item(file, TFile.Read(root));

    public XElement Write(USyncItem item) => File(item).Write();

    public IEnumerable<USyncReference> References(USyncItem item) => References(File(item));

    public int Rank(USyncItem item) => Rank(File(item));

    public abstract Task<bool> ExistsAsync(Guid key, string name);

    public async Task<USyncOutcome> ImportAsync(USyncItem item, USyncRun run)
    {
        var wanted = await ResolveAsync(File(item), run);
        var current = await FindAsync(wanted);
        var fields = current is null
            ? []
            : USyncDiff.Fields(Comparable(wanted, current).Write(), Comparable(current, wanted).Write());
        if (current is not null && fields.Count == 0)
        {
            return new USyncOutcome(USyncChange.Unchanged, fields);
        }

        if (run.Write)
        {
            using var scope = scopes.CreateCoreScope();
            await SaveAsync(wanted);
            scope.Complete();
        }

        return new USyncOutcome(current is null ? USyncChange.Created : USyncChange.Updated, fields);
    }

    public async Task<IReadOnlyList<USyncItem>> ExportAsync() =>
        [.. (await AllAsync()).Select(file => Item(file.FileName, file))];

    public async Task<bool> DeleteAsync(Guid key, string name, bool write)
    {
        if (!await ExistsAsync(key, name))
        {
            return false;
        }

        if (write)
        {
            using var scope = scopes.CreateCoreScope();
            await RemoveAsync(key, name);
            scope.Complete();
        }

        return true;
    }

    protected virtual IEnumerable<USyncReference> References(TFile file) => [];

    protected virtual int Rank(TFile file) => 0;

    /// <summary>Settles what the file leaves open, or asks for in vain.</summary>
    protected virtual Task<TFile> ResolveAsync(TFile wanted, USyncRun run) => Task.FromResult(wanted);

    /// <summary>Leaves out what doesn't count when the site is compared with the file.</summary>
    protected virtual TFile Comparable(TFile file, TFile other) => file;

    /// <summary>The item as the site has it now.</summary>
    protected abstract Task<TFile?> FindAsync(TFile wanted);

    protected abstract Task SaveAsync(TFile wanted);

    protected abstract Task<IReadOnlyList<TFile>> AllAsync();

    protected abstract Task RemoveAsync(Guid key, string name);

    /// <summary>Turns a service's refusal into an error, so that the item's transaction is rolled back.</summary>
    protected static void Require<TStatus>(bool success, TStatus status, string field)
    {
        if (!success)
        {
            throw new USyncException(field, $"Umbraco refuses it: {status}.");
        }
    }

    private static USyncItem Item(string name, TFile file) => new(name, file.Key, file.Label, file);

    private static TFile File(USyncItem item) => (TFile)item.Record;
}

using System.Xml.Linq;
using Deventer4GlobalGoals.Cms.USync;
using Deventer4GlobalGoals.Cms.USync.Files;
using Deventer4GlobalGoals.Cms.USync.Templates;
using Microsoft.Extensions.Logging.Abstractions;

namespace Deventer4GlobalGoals.Cms.Tests.USync;

/// <summary>Templates kept in memory; a template's parent must be there before it.</summary>
internal sealed class MemoryKind : IUSyncSerializer
{
    public Dictionary<Guid, TemplateFile> Items { get; } = [];

    public List<string> Saved { get; } = [];

    public string Folder => "Templates";

    public string Element => "Template";

    public bool TwoPasses => false;

    public static USyncImporter Importer(MemoryKind kind) =>
        new(new USyncKinds([kind]), NullLogger<USyncImporter>.Instance);

    public USyncItem Read(string file, XElement root) => Item(file, TemplateFile.Read(root));

    public XElement Write(USyncItem item) => ((TemplateFile)item.Record).Write();

    public IEnumerable<USyncReference> References(USyncItem item)
    {
        var parent = ((TemplateFile)item.Record).Parent;
        return parent.Length == 0 ? [] : [new USyncReference(Element, Guid.Empty, parent, "Parent", First: true)];
    }

    public int Rank(USyncItem item) => 0;

    public Task<bool> ExistsAsync(Guid key, string name) =>
        Task.FromResult(Items.ContainsKey(key) || Items.Values.Any(item => item.Alias == name));

    public Task<USyncOutcome> ImportAsync(USyncItem item, USyncRun run)
    {
        var wanted = (TemplateFile)item.Record;
        if (wanted.Name == "refused")
        {
            throw new USyncException("Name", "This name is refused.");
        }

        var there = Items.TryGetValue(item.Key, out var current);
        var fields = there ? USyncDiff.Fields(wanted.Write(), current!.Write()) : [];
        if (run.Write)
        {
            Items[item.Key] = wanted;
            Saved.Add(wanted.Alias);
        }

        var change = there ? USyncChange.Updated : USyncChange.Created;
        return Task.FromResult(new USyncOutcome(there && fields.Count == 0 ? USyncChange.Unchanged : change, fields));
    }

    public Task<IReadOnlyList<USyncItem>> ExportAsync() =>
        Task.FromResult<IReadOnlyList<USyncItem>>([.. Items.Values.Select(file => Item(file.FileName, file))]);

    public Task<bool> DeleteAsync(Guid key, string name, bool write) =>
        Task.FromResult(write ? Items.Remove(key) : Items.ContainsKey(key));

    private static USyncItem Item(string name, TemplateFile file) => new(name, file.Key, file.Alias, file);
}

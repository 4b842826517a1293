using Deventer4GlobalGoals.Cms.USync.Files;
using Microsoft.Extensions.Logging;

namespace Deventer4GlobalGoals.Cms.USync;

/// <summary>One run: what is known so far, and what came of each file.</summary>
internal sealed partial class USyncImport(
    USyncKinds kinds,
    ILogger logger,
    bool write,
    IProgress<USyncResult>? progress,
    CancellationToken cancellation)
{
    private const string Blueprints = "Blueprints";
    private const string Action = "Empty";

    private readonly HashSet<(string Element, Guid Key)> _keys = [];
    private readonly HashSet<(string Element, string Label)> _labels = [];

    public List<USyncResult> Results { get; } = [];

    public void Add(USyncResult result)
    {
        Results.Add(result);
        progress?.Report(result);
    }

    public void Ignore(IEnumerable<USyncDocument> documents)
    {
        foreach (var document in documents.Where(d => d.Element != Action && Kind(d) is null))
        {
            Add(new USyncResult(
                document.Element,
                document.Root.Attribute("Alias")?.Value ?? string.Empty,
                document.File,
                USyncChange.Ignored,
                null,
                $"This site does not import {(document.Folder == Blueprints ? "blueprints" : $"<{document.Element}>")}."));
        }
    }

    public Dictionary<IUSyncSerializer, List<USyncItem>> Read(IReadOnlyList<USyncDocument> documents)
    {
        var items = kinds.InOrder.ToDictionary(kind => kind, _ => new List<USyncItem>());
        foreach (var document in documents)
        {
            if (Kind(document) is not { } kind)
            {
                continue;
            }

            try
            {
                items[kind].Add(kind.Read(document.File, document.Root));
            }
            catch (USyncException error)
            {
                Add(new USyncResult(
                    kind.Element,
                    document.Root.Attribute("Alias")?.Value ?? string.Empty,
                    document.File,
                    USyncChange.Failed,
                    error.Field,
                    error.Message));
            }
        }

        return items;
    }

    public void Know(Dictionary<IUSyncSerializer, List<USyncItem>> items)
    {
        foreach (var (kind, ofKind) in items)
        {
            foreach (var item in ofKind)
            {
                Know(kind, item);
            }
        }
    }

    public async Task RunAsync(IUSyncSerializer kind, List<USyncItem> items)
    {
        var plan = USyncPlan.For(items, item => kind.References(item).Where(need => need.First), kind.Rank);
        foreach (var (item, field, message) in plan.Rejected)
        {
            Forget(kind, item);
            Add(Result(kind, item, USyncChange.Failed) with { Field = field, Message = message });
        }

        var changed = new List<USyncItem>();
        foreach (var item in plan.InOrder)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = await ImportAsync(kind, item);
            Add(result);
            if (result.Change is USyncChange.Created or USyncChange.Updated)
            {
                changed.Add(item);
            }
        }

        if (kind.TwoPasses && write)
        {
            await RepeatAsync(kind, changed);
        }
    }

    public async Task DeleteAsync(IUSyncSerializer kind, IEnumerable<USyncDocument> documents)
    {
        foreach (var document in documents.Where(d => d.Element == Action && d.Folder == kind.Folder))
        {
            cancellation.ThrowIfCancellationRequested();
            var label = document.Root.Attribute("Alias")?.Value ?? string.Empty;
            var result = new USyncResult(kind.Element, label, document.File, USyncChange.Ignored);
            if (!"Delete".Equals(document.Root.Attribute("Change")?.Value, StringComparison.OrdinalIgnoreCase))
            {
                Add(result with { Message = "Only deletions are acted on." });
                continue;
            }

            try
            {
                var key = USyncXml.OptionalGuid(document.Root.Attribute("Key")?.Value, "Key");
                var deleted = !_keys.Contains((kind.Element, key)) && await kind.DeleteAsync(key, label, write);
                Add(result with { Change = deleted ? USyncChange.Deleted : USyncChange.Unchanged });
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Add(Failure(result, error));
            }
        }
    }

    /// <summary>Now that all of a kind are there, those that refer to later ones are completed.</summary>
    private async Task RepeatAsync(IUSyncSerializer kind, List<USyncItem> items)
    {
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            var again = await ImportAsync(kind, item);
            if (again.Change == USyncChange.Failed)
            {
                Results.RemoveAll(result => result.File == item.File);
                Add(again);
            }
        }
    }

    private async Task<USyncResult> ImportAsync(IUSyncSerializer kind, USyncItem item)
    {
        var result = Result(kind, item, USyncChange.Unchanged);
        try
        {
            foreach (var need in kind.References(item))
            {
                if (!await ExistsAsync(need.Element, need.Key, need.Name))
                {
                    throw new USyncException(need.Field, Missing(need));
                }
            }

            var notes = new List<string>();
            var outcome = await kind.ImportAsync(item, new USyncRun(write, ExistsAsync, notes));
            return result with
            {
                Change = outcome.Change,
                Fields = outcome.Fields,
                Message = notes.Count == 0 ? null : string.Join(" ", notes),
            };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Forget(kind, item);
            return Failure(result, error);
        }
    }

    private async Task<bool> ExistsAsync(string element, Guid key, string name)
    {
        if (key == Guid.Empty ? _labels.Contains((element, Fold(name))) : _keys.Contains((element, key)))
        {
            return true;
        }

        if (kinds.Find(element) is not { } kind || !await kind.ExistsAsync(key, name))
        {
            return false;
        }

        _keys.Add((element, key));
        return true;
    }

    private USyncResult Failure(USyncResult result, Exception error)
    {
        if (error is USyncException known)
        {
            return result with { Change = USyncChange.Failed, Field = known.Field, Message = known.Message };
        }

        LogFailure(logger, result.File, error);
        return result with { Change = USyncChange.Failed, Message = error.Message };
    }

    private IUSyncSerializer? Kind(USyncDocument document) =>
        document.Folder == Blueprints ? null : kinds.Find(document.Element);

    private void Know(IUSyncSerializer kind, USyncItem item)
    {
        _keys.Add((kind.Element, item.Key));
        _labels.Add((kind.Element, Fold(item.Label)));
    }

    private void Forget(IUSyncSerializer kind, USyncItem item)
    {
        _keys.Remove((kind.Element, item.Key));
        _labels.Remove((kind.Element, Fold(item.Label)));
    }

    private static USyncResult Result(IUSyncSerializer kind, USyncItem item, USyncChange change) =>
        new(kind.Element, item.Label, item.File, change);

    private static string Missing(USyncReference need) =>
        $"The {need.Element} {Names(need)} is not there, or could not be imported.";

    private static string Names(USyncReference need) => need switch
    {
        { Key: var key } when key == Guid.Empty => need.Name,
        { Name.Length: 0 } => need.Key.ToString(),
        _ => $"{need.Name} ({need.Key})",
    };

    private static string Fold(string label) => label.ToUpperInvariant();

    [LoggerMessage(Level = LogLevel.Error, Message = "uSync could not import {File}")]
    private static partial void LogFailure(ILogger logger, string file, Exception error);
}

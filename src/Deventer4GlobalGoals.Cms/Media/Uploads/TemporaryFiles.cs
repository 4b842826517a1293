using System.Globalization;
using Microsoft.Extensions.Hosting;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Deventer4GlobalGoals.Cms.Media.Uploads;

/// <summary>
/// Uploads that belong to no item yet, in <c>umbraco/Data/TEMP/TemporaryFile</c>: a folder per upload, which is dated with the moment
/// (UTC) until which it is kept. What is over its time goes when another upload comes.
/// </summary>
internal sealed class TemporaryFiles(IHostEnvironment host, TimeProvider time) : ITemporaryFileRepository
{
    private readonly string _folder = Path.Combine(host.ContentRootPath, "umbraco", "Data", "TEMP", "TemporaryFile");

    public Task<TemporaryFileModel?> GetAsync(Guid key)
    {
        var folder = new DirectoryInfo(PathOf(key));
        var file = folder.Exists && folder.LastWriteTimeUtc > time.GetUtcNow().UtcDateTime ? folder.EnumerateFiles().FirstOrDefault() : null;
        return Task.FromResult(file is null ? null : new TemporaryFileModel
        {
            Key = key,
            FileName = file.Name,
            OpenReadStream = file.OpenRead,
            AvailableUntil = folder.LastWriteTime,
        });
    }

    public async Task SaveAsync(TemporaryFileModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        await CleanUpOldTempFiles(time.GetLocalNow().DateTime).ConfigureAwait(false);
        var folder = Directory.CreateDirectory(PathOf(model.Key));
        var target = new FileStream(Path.Combine(folder.FullName, Path.GetFileName(model.FileName)), FileMode.Create, FileAccess.Write);
        await using (target.ConfigureAwait(false))
        {
            var source = model.OpenReadStream();
            await using (source.ConfigureAwait(false))
            {
                await source.CopyToAsync(target).ConfigureAwait(false);
            }
        }

        folder.LastWriteTime = model.AvailableUntil;
    }

    public Task DeleteAsync(Guid key)
    {
        if (Directory.Exists(PathOf(key)))
        {
            Directory.Delete(PathOf(key), recursive: true);
        }

        return Task.CompletedTask;
    }

    /// <param name="dateTime">Local time, as Umbraco gives it.</param>
    public Task<IEnumerable<Guid>> CleanUpOldTempFiles(DateTime dateTime)
    {
        var gone = new List<Guid>();
        foreach (var folder in Directory.Exists(_folder) ? new DirectoryInfo(_folder).GetDirectories() : [])
        {
            if (folder.LastWriteTime <= dateTime && Guid.TryParse(folder.Name, CultureInfo.InvariantCulture, out var key))
            {
                folder.Delete(recursive: true);
                gone.Add(key);
            }
        }

        return Task.FromResult<IEnumerable<Guid>>(gone);
    }

    private string PathOf(Guid key) => Path.Combine(_folder, key.ToString("N"));
}

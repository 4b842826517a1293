using System.Text;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Persistence.Templates;

/// <summary>
/// The view files behind templates, under <c>~/Views</c>. In Umbraco's production mode they are part of the deployed
/// application and never written.
/// </summary>
public sealed class TemplateFiles(FileSystems fileSystems, IOptions<RuntimeSettings> runtime)
{
    private IFileSystem Views => fileSystems.MvcViewsFileSystem
        ?? throw new InvalidOperationException("There is no file system for views.");

    public static string FileName(string alias) => alias.Replace(" ", "", StringComparison.Ordinal) + ".cshtml";

    /// <summary>The text of the view, or null when the alias has no file.</summary>
    public string? Read(string alias)
    {
        var path = FileName(alias);
        if (!Views.FileExists(path))
        {
            return null;
        }

        using var reader = new StreamReader(Views.OpenFile(path), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Writes what was given with the template, unless it is blank or already there, and renames the file with the alias.</summary>
    public void Write(ITemplate template, string? oldAlias)
    {
        if (runtime.Value.Mode == RuntimeMode.Production)
        {
            return;
        }

        var content = template.Content;
        var renamed = oldAlias is not null && oldAlias != template.Alias;
        if (string.IsNullOrWhiteSpace(content) && renamed)
        {
            content = Read(oldAlias!);
        }

        if (!string.IsNullOrWhiteSpace(content) && content != Read(template.Alias))
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
            Views.AddFile(FileName(template.Alias), stream, overrideIfExists: true);
        }

        if (renamed)
        {
            Delete(oldAlias!);
        }
    }

    public void Delete(string alias)
    {
        if (runtime.Value.Mode != RuntimeMode.Production && Views.FileExists(FileName(alias)))
        {
            Views.DeleteFile(FileName(alias));
        }
    }

    /// <summary>The file's content; an empty stream when there is no such file.</summary>
    public Stream Open(string path) => Views.FileExists(path) ? Views.OpenFile(path) : Stream.Null;

    public void Store(string path, Stream content) => Views.AddFile(path, content, overrideIfExists: true);

    /// <summary>The size in bytes; -1 when there is no such file.</summary>
    public long Size(string path) => Views.FileExists(path) ? Views.GetSize(path) : -1;
}

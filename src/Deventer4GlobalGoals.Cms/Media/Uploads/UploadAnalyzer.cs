using Umbraco.Cms.Core.Security;

namespace Deventer4GlobalGoals.Cms.Media.Uploads;

/// <summary>
/// Has Umbraco block programs while they are still temporary files. Umbraco tells the editor no reason for that, so what an editor
/// can do something about is left to the property editors, which name the file and say why.
/// </summary>
internal sealed class UploadAnalyzer : IFileStreamSecurityAnalyzer
{
    public bool ShouldHandle(Stream fileStream) => UploadChecks.IsProgram(fileStream);

    public bool IsConsideredSafe(Stream fileStream) => false;
}

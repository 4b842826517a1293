using Umbraco.Cms.Core.Security;

namespace Deventer4GlobalGoals.Cms.Media.Uploads;

/// <summary>Has Umbraco block a harmful upload while it is still a temporary file.</summary>
internal sealed class UploadAnalyzer(UploadChecks checks) : IFileStreamSecurityAnalyzer
{
    public bool ShouldHandle(Stream fileStream) => true;

    public bool IsConsideredSafe(Stream fileStream) => checks.IsSafe(fileStream);
}

using Microsoft.AspNetCore.Mvc;

namespace Deventer4GlobalGoals.Web.Prize.Files;

/// <summary>A file for somebody who may have it: never run, never kept in between; a picture may be shown, the rest is a download.</summary>
internal static class AttachmentAnswer
{
    /// <param name="controller">That answers.</param>
    /// <param name="file">What it is.</param>
    /// <param name="name">What it is called there; null for its own name.</param>
    public static IActionResult Send(this Controller controller, AttachmentFile? file, string? name = null)
    {
        if (file is null)
        {
            return controller.NotFound();
        }

        var headers = controller.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return AttachmentRules.IsPicture(file.Name)
            ? controller.File(file.Bytes, AttachmentRules.ContentType(file.Name))
            : controller.File(file.Bytes, AttachmentRules.ContentType(file.Name), name ?? file.Name);
    }
}

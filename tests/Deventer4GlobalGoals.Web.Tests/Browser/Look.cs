using Microsoft.Playwright;

namespace Deventer4GlobalGoals.Web.Tests.Browser;

/// <summary>Holds the page that somebody is at against axe, and against the width of their screen.</summary>
internal static class Look
{
    /// <summary>Set to a folder to get pictures of every screen in it.</summary>
    private const string ScreenshotFolder = "D4GG_SCREENSHOTS";

    /// <summary>Takes a picture of the whole page, when pictures are wanted.</summary>
    public static async Task PictureAsync(Visit visit, int width, string name)
    {
        if (Environment.GetEnvironmentVariable(ScreenshotFolder) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }

    /// <summary>Keeps a file beside the pictures, when those are wanted.</summary>
    public static async Task KeepAsync(byte[] file, string name)
    {
        if (Environment.GetEnvironmentVariable(ScreenshotFolder) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), file);
        }
    }

    public static async Task AtAsync(Visit visit, int width, string name)
    {
        await PictureAsync(visit, width, name);
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than {width} px.");
        Assert.Empty((await Axe.ViolationsAsync(visit.Page)).Select(violation => $"{name} {violation}"));
    }
}

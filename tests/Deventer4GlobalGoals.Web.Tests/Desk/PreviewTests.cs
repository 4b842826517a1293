using System.Net;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>A draft in a frame, without a script.</summary>
[Collection(OneEditor.Name)]
public sealed class PreviewTests(EditorSite site)
{
    [Theory]
    [InlineData("", "desktop")]
    [InlineData("&width=phone", "phone")]
    [InlineData("&width=%3Cscript%3E", "desktop")]
    public async Task The_draft_stands_in_a_frame_of_the_width_that_was_asked(string width, string current)
    {
        var key = site.Item("Deventer Koffie").Key;
        await site.SaveAsync(key, "nl", ("f.summary", "Koffie die fluistert."), ("do", "save"));
        var screen = await site.Anna.GetAsync($"/umbraco/items/{key}/preview/screen?culture=nl{width}");
        Assert.Equal(HttpStatusCode.OK, screen.Status);
        Assert.EndsWith($"width={current}", screen.Page.QuerySelector("nav [aria-current]")!.GetAttribute("href"), StringComparison.Ordinal);
        var frame = screen.Page.QuerySelector("iframe")!;
        Assert.Equal(current == "phone", frame.ClassList.Contains("d4-kijk__kader--telefoon"));

        var draft = await site.Anna.GetAsync(frame.GetAttribute("src")!);
        Assert.Contains("Koffie die fluistert.", draft.Text, StringComparison.Ordinal);
        Assert.Equal("_blank", draft.Page.QuerySelector("base")!.GetAttribute("target"));
        Assert.Equal("_self", draft.Page.QuerySelector(".utrecht-skip-link")!.GetAttribute("target"));
        Assert.Null((await site.Anna.GetAsync($"/umbraco/items/{key}/preview?culture=nl")).Page.QuerySelector("base"));
    }

    [Fact]
    public async Task Only_the_draft_may_be_framed_and_only_its_screen_may_frame()
    {
        var key = site.Item("Deventer Koffie").Key;
        var shared = await site.Anna.PostAsync($"/umbraco/items/{key}", $"/umbraco/items/{key}/preview/share?culture=nl");
        var link = new Uri(shared.Page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = site.Anna.Cookies }) { BaseAddress = site.Own.Http.BaseAddress };
        foreach (var (path, frame, ancestors, options) in new[]
        {
            ($"/umbraco/items/{key}/preview?culture=nl", null, "'self'", "SAMEORIGIN"),
            ($"/umbraco/items/{key}/preview/screen", "'self'", "'none'", "DENY"),
            ($"/umbraco/items/{key}", null, "'none'", "DENY"),
            (link, (string?)null, "'none'", "DENY"),
            ("/", null, "'none'", "DENY"),
        })
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split(';', StringSplitOptions.TrimEntries)
                .ToDictionary(rule => rule.Split(' ')[0], rule => rule.Split(' ', 2)[1], StringComparer.Ordinal);
            Assert.Equal((frame, ancestors, options), (policy.GetValueOrDefault("frame-src"), policy["frame-ancestors"], answer.Headers.GetValues("X-Frame-Options").Single()));
            Assert.Equal(("'none'", "'self'", "'self'"), (policy["default-src"], policy["script-src"], policy["style-src"]));
        }
    }

    [Fact]
    public async Task Another_persons_draft_has_no_screen()
    {
        using var dora = await site.Own.SignInAsync("dora", AccountRoles.Author);
        Assert.Equal(HttpStatusCode.NotFound, (await dora.GetAsync($"/umbraco/items/{site.Item("Deventer Koffie").Key}/preview/screen?width=phone")).Status);
    }
}

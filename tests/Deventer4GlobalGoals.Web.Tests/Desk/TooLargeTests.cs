using System.Net;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Web.Tests.Desk;

/// <summary>A request that is larger than the site takes is answered by its form, with what was typed.</summary>
[Collection(OneEditor.Name)]
public sealed class TooLargeTests(EditorSite site)
{
    /// <summary>Kestrel's own limit is 30,000,000 bytes.</summary>
    private const int TooMuch = 30_100_000;

    [Fact]
    public async Task The_library_says_so_and_keeps_the_descriptions()
    {
        var before = Count();
        var refused = await site.Anna.UploadAsync("/umbraco/media", "/umbraco/media/upload", "file0", "groot.png", new byte[TooMuch], ("text0", "Een <b>grote</b> foto."), ("text1", "En nog een."));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("hooguit 30 MB", refused.Page.QuerySelector("#fouten")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Een <b>grote</b> foto.", "En nog een."), (refused.Page.QuerySelector("#text0")!.GetAttribute("value"), refused.Page.QuerySelector("#text1")!.GetAttribute("value")));
        Assert.Equal(before, Count());
    }

    [Fact]
    public async Task So_does_the_page_of_a_file_which_keeps_its_file()
    {
        var file = await site.AddQuartersAsync("Blijft");
        var refused = await site.Anna.UploadAsync($"/umbraco/media/{file.Key}", $"/umbraco/media/{file.Key}/file", "file", "groot.png", new byte[TooMuch]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("hooguit 30 MB", refused.Page.QuerySelector("#fouten")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(file.Url, site.File(file.Key).Url);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(false, HttpStatusCode.BadRequest)]
    public async Task A_script_gets_the_problem_alone_and_nobody_passes_without_the_token(bool hasToken, HttpStatusCode status)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = site.Anna.Cookies }) { BaseAddress = site.Own.Http.BaseAddress };
        var token = (await site.Anna.GetAsync("/umbraco/media")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[TooMuch]), "file0", "groot.png" } };
        if (hasToken)
        {
            content.Add(new StringContent(token), "__RequestVerificationToken");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/umbraco/media/upload", UriKind.Relative)) { Content = content };
        request.Headers.Add("Accept", "application/json");
        using var answer = await http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        if (hasToken)
        {
            Assert.Contains("30 MB", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["problem"], StringComparison.Ordinal);
        }
    }

    private int Count() => site.Own.Get<IMediaService>().GetPagedDescendants(Umbraco.Cms.Core.Constants.System.Root, 0, 1_000, out _).Count();
}

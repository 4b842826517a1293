using System.Net;
using System.Text;
using Deventer4GlobalGoals.Web.Site.Forms;
using Deventer4GlobalGoals.Web.Tests.Desk;

namespace Deventer4GlobalGoals.Web.Tests.Input;

/// <summary>A form that can't be read at all is answered with a page that says so, on the site and on the desk.</summary>
[Collection(OneEditor.Name)]
public sealed class UnreadFormTests(EditorSite site)
{
    private const string Heading = "Dit formulier konden wij niet lezen";

    [Theory]
    [InlineData("/praktijkvoorbeeld-delen", "application/x-www-form-urlencoded", "Name=Noor")]
    [InlineData("/umbraco/sign-in", "application/x-www-form-urlencoded", "email=noor%00")]
    [InlineData("/umbraco/sign-in", "application/x-www-form-urlencoded; charset=utf-16", "email=noor%00")]
    [InlineData("/umbraco/sign-in", "application/x-www-form-urlencoded; charset=nonsense", "%00%=&&&=%")]
    [InlineData("/praktijkvoorbeeld-delen", "multipart/form-data", "Name=Noor")]
    [InlineData("/praktijkvoorbeeld-delen", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: nonsense\r\n\r\nNoor\r\n--x--\r\n")]
    [InlineData("/umbraco/media/upload", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=a")]
    public async Task It_says_so_whatever_is_broken(string path, string type, string body)
    {
        var (status, text) = await SendAsync(path, type, Encoding.UTF8.GetBytes(body));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(Heading, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_one_with_too_many_fields_or_one_far_too_long()
    {
        foreach (var body in new[] { string.Join('&', Enumerable.Range(0, 1_100).Select(one => $"f{one}=x")), "Name=" + new string('x', 5_000_000), new string('x', 3_000) + "=1" })
        {
            var (status, text) = await SendAsync("/umbraco/sign-in", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(body));
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(Heading, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_script_gets_the_status_alone()
    {
        using var content = new StringContent("email=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/umbraco/sign-in", UriKind.Relative)) { Content = content };
        request.Headers.Add("Accept", "application/json");
        using var answer = await site.Own.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.BadRequest, string.Empty), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("koffie", 10, "koffie")]
    [InlineData("koffie", 3, "kof")]
    [InlineData("ab🌱", 4, "ab🌱")]
    [InlineData("ab🌱", 3, "ab")]
    [InlineData("🌱", 1, "")]
    [InlineData("", 0, "")]
    public void A_text_is_cut_between_characters(string text, int most, string expected) => Assert.Equal(expected, FormText.Cut(text, most));

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string path, string type, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        using var answer = await site.Anna.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Deventer4GlobalGoals.Web.Suggesting;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Suggesting;

[Collection(ReadsOnly.Name)]
public sealed class SuggestionEndpointTests(SharedSite shared)
{
    [Fact]
    public async Task A_text_gets_goals_in_its_own_language_with_the_words_they_rest_on()
    {
        const string Text = "Die Genossenschaft baut Windräder und eine Photovoltaikanlage.";
        using var answer = await PostAsync(JsonContent.Create(new { text = Text, language = "de" }));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var first = body.GetProperty("goals")[0];
        Assert.Equal("de", body.GetProperty("language").GetString());
        Assert.Equal(7, first.GetProperty("goal").GetInt32());
        Assert.Equal("http://metadata.un.org/sdg/7", first.GetProperty("uri").GetString());
        Assert.Contains("7.2", first.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("target").GetString()));
        Assert.All(first.GetProperty("words").EnumerateArray(), word => Assert.Equal(
            word.GetProperty("text").GetString(),
            Text.Substring(word.GetProperty("start").GetInt32(), word.GetProperty("length").GetInt32())));
    }

    [Fact]
    public async Task A_text_about_nothing_gets_no_goals()
    {
        using var answer = await PostAsync(JsonContent.Create(new { text = "De lift is buiten gebruik." }));
        Assert.Equal("""{"language":"nl","goals":[]}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("{}", "application/json", 400)]
    [InlineData("""{"text":""}""", "application/json", 400)]
    [InlineData("""{"text":7}""", "application/json", 400)]
    [InlineData("""{"text":"x","language":"fr"}""", "application/json", 400)]
    [InlineData("""{"text":"x"}""", "text/plain", 415)]
    public async Task Bad_input_is_refused_with_a_problem(string body, string type, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await PostAsync(content);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual("", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused()
    {
        using var answer = await PostAsync(JsonContent.Create(new { text = new string('a', SuggestionEndpoint.LargestRequest) }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private Task<HttpResponseMessage> PostAsync(HttpContent content) =>
        shared.Site.Http.PostAsync(new Uri(SuggestionEndpoint.Path, UriKind.Relative), content);
}

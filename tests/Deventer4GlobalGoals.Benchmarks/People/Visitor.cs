using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Deventer4GlobalGoals.Benchmarks.People;

/// <summary>What came back, and how long it took in milliseconds.</summary>
internal sealed record Reply(HttpStatusCode Status, string? Location, string Body, double Milliseconds);

/// <summary>Somebody with a browser and a network address of their own, as a proxy in front of the site would tell it: that speaks TLS with them.</summary>
internal sealed class Visitor : IDisposable
{
    private const string TokenName = "__RequestVerificationToken";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http;

    /// <summary>Kept by hand: a client would not send cookies that are for TLS only over the proxy's side.</summary>
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <param name="port">Of the site on this machine.</param>
    /// <param name="number">Tells visitors apart; 0 to 65,535.</param>
    public Visitor(int port, int number)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Timeout = TimeSpan.FromSeconds(30),
        };
        _http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        _http.DefaultRequestHeaders.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.9.{number / 256}.{number % 256}"));
    }

    /// <summary>Does something again until the site is there to answer.</summary>
    public static async Task<T> InsistAsync<T>(Func<Task<T>> act)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (HttpRequestException)
            {
                await Task.Delay(Pause);
            }
            catch (TaskCanceledException)
            {
                await Task.Delay(Pause);
            }
        }
    }

    /// <exception cref="BenchmarkException">The site doesn't let them in.</exception>
    public async Task SignInAsync(string email)
    {
        var answer = await PostAsync("/umbraco/sign-in", [("email", email), ("password", Planting.Password), .. await TokenAsync("/umbraco/sign-in")]);
        if (answer.Status != HttpStatusCode.Redirect)
        {
            throw new BenchmarkException($"{email} could not sign in: {answer.Status}. {new HtmlParser().ParseDocument(answer.Body).QuerySelector("[role=alert]")?.TextContent.Trim()}");
        }
    }

    public Task<Reply> GetAsync(string path) => SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Reply> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, string accept = "text/html") => SendAsync(() =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Accept.ParseAdd(accept);
        return request;
    });

    /// <summary>The field with the antiforgery token that stands on a page.</summary>
    public async Task<(string Name, string Value)[]> TokenAsync(string path) =>
        [.. FieldsOf((await GetAsync(path)).Body, $"form:has(input[name={TokenName}])").Where(field => field.Name == TokenName)];

    /// <summary>The fields of a form as they stand on a page, in their order; no buttons.</summary>
    /// <exception cref="BenchmarkException">There is no such form.</exception>
    public static IReadOnlyList<(string Name, string Value)> FieldsOf(string page, string form)
    {
        var found = new HtmlParser().ParseDocument(page).QuerySelector(form) ?? throw new BenchmarkException($"A page has no {form}.");
        return [.. found.QuerySelectorAll("input[name], textarea[name], select[name]")
            .Where(field => field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked"))
            .Where(field => field.GetAttribute("type") is not ("submit" or "file"))
            .Select(field => (field.GetAttribute("name")!, ValueOf(field)))];
    }

    public void Dispose() => _http.Dispose();

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? string.Empty,
        _ => field.GetAttribute("value") ?? string.Empty,
    };

    private async Task<Reply> SendAsync(Func<HttpRequestMessage> make)
    {
        using var request = make();
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var started = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0]);
            _cookies[name] = value[(name.Length + 1)..];
        }

        return new Reply(answer.StatusCode, answer.Headers.Location?.OriginalString, body, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}

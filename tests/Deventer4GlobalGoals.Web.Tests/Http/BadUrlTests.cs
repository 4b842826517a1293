using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Deventer4GlobalGoals.Web.Tests.Harness;

namespace Deventer4GlobalGoals.Web.Tests.Http;

/// <summary>Whatever a visitor's URL holds, the site answers it, and never with a failure of its own.</summary>
[Collection(ReadsOnly.Name)]
public class BadUrlTests(SharedSite shared)
{
    private const int Seed = 15402;

    private static readonly string[] Stems =
    [
        "/", "/doelen", "/doelen/12-verantwoord-verbruik", "/praktijkvoorbeelden", "/organisaties", "/agenda", "/agenda/", "/nieuws", "/zoeken", "/prijs/2020",
        "/en", "/en/search", "/de/suche", "/umbraco", "/umbraco/delivery/api/v2/content/item/", "/media/", "/css/", "/.well-known/", "/fout/niet-gevonden",
        "/feed.atom", "/zoeken.atom", "/monitor", "/en/monitor.csv", "/een-bedrijf-zoals-het-uwe", "/api/v1/search", "/en/agenda/", "/api/v1/", "/sitemap.xml", "/health/ready",
    ];

    private static readonly string[] Pieces =
    [
        "%", "%z", "%zz", "%00", "%0a", "%0d%0a", "%2f", "%5c", "..", "../", "..%2f", "%2e%2e/", "//", "/", "\\", "%c3%28", "%ff", "%ed%a0%80", "%f0%9f%98%80", "é", "٣", "İ", "ß",
        "a", "12", ".ics", ".", "~", ";", ":", "*", "'", "\"", "<script>", "%3Cscript%3E", "{0}", "{slug}", "$", "@", "+", " ", "%20", "con", "nul", ".aspx", "00000000-0000-0000-0000-000000000000",
        "‮", "%e2%80%ae", "%u0041", "umb://document/0", "xn--", "' OR 1=1 --", "${jndi}", "\u0000", "[", "]", "|", "^", "`",
    ];

    private static readonly string[] Keys = ["q", "doel", "type", "sector", "jaar", "sorteer", "pagina", "grootte", "kosten", "soort", "land", "plaats", "tijd", "per", "lang", "aantal", "rol", "wanneer", "v", "culture", "preview", "expand", "", "%zz", "q[]", "doel.x"];

    [Fact]
    public async Task Three_thousand_generated_addresses_give_no_failure()
    {
        var random = new Random(Seed);
        var addresses = Enumerable.Range(0, 3000).Select(_ => Address(random)).ToList();
        var failures = new List<string>();
        var statuses = new HashSet<int>();
        await using var line = new RawLine(new Uri(shared.Site.Origin));
        foreach (var address in addresses)
        {
            var status = await line.AskAsync(address);
            statuses.Add(status);

            // Only the desk sends people elsewhere: to sign in.
            var isToSignIn = status == 302 && address.StartsWith("/umbraco", StringComparison.Ordinal);
            if (!isToSignIn && status is not (200 or 301 or 400 or 404 or 414))
            {
                failures.Add($"{status} {address}");
            }
        }

        Assert.Empty(failures);

        // The generator reaches pages and refusals alike.
        Assert.Contains(200, statuses);
        Assert.Contains(400, statuses);
        Assert.Contains(404, statuses);
    }

    [Fact]
    public async Task A_very_long_address_is_refused_or_answered()
    {
        await using var line = new RawLine(new Uri(shared.Site.Origin));
        Assert.Equal(200, await line.AskAsync("/zoeken?q=" + new string('a', 6000)));
        Assert.Equal(400, await line.AskAsync("/" + string.Join('/', Enumerable.Repeat("a", 3000))));
        Assert.Equal(414, await line.AskAsync("/" + new string('a', 20000)));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    public async Task Another_method_gets_no_failure(string method)
    {
        foreach (var stem in Stems)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(stem, UriKind.Relative));
            using var answer = await shared.Site.Http.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500, $"{method} {stem}: {(int)answer.StatusCode}");
        }
    }

    private static string Address(Random random)
    {
        var address = new StringBuilder(Stems[random.Next(Stems.Length)]);
        for (var i = random.Next(4); i > 0; i--)
        {
            address.Append(random.Next(4) == 0 ? "/" : string.Empty).Append(Pieces[random.Next(Pieces.Length)]);
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            address.Append(address.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(Keys[random.Next(Keys.Length)]).Append('=');
            for (var j = random.Next(3); j > 0; j--)
            {
                address.Append(random.Next(5) == 0 ? random.Next().ToString(CultureInfo.InvariantCulture) : Pieces[random.Next(Pieces.Length)]);
            }
        }

        return address.ToString();
    }

    /// <summary>Sends addresses as they are: an HTTP client would mend them first.</summary>
    private sealed class RawLine(Uri site) : IAsyncDisposable
    {
        private TcpClient? _connection;

        /// <returns>The status, after the whole answer was read.</returns>
        public async Task<int> AskAsync(string address)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            _connection?.Dispose();
            _connection = new TcpClient();
            await _connection.ConnectAsync(site.Host, site.Port, patience.Token);
            var stream = _connection.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"GET {address} HTTP/1.1\r\nHost: {site.Authority}\r\nConnection: close\r\n\r\n"), patience.Token);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var answer = await reader.ReadToEndAsync(patience.Token);
            return int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        }

        public ValueTask DisposeAsync()
        {
            _connection?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Deventer4GlobalGoals.Prize.Editions;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;
using Deventer4GlobalGoals.Web.Storage;
using Deventer4GlobalGoals.Web.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Deventer4GlobalGoals.Web.Tests.Prize;

/// <summary>An edition with a line in its log that was changed: every address of that year says so, shows nothing, and all others go on.</summary>
public sealed partial class UnsoundEditionTests(PrizeSite site) : IClassFixture<PrizeSite>
{
    private const int Year = 2061;
    private const int Sound = 2062;
    private const string Command = "./run.sh prize verify --edition 2061";
    private static readonly DateTimeOffset Ceremony = new CityTime(2032, 2, 11, 17, 0).First();

    [Fact]
    public async Task Every_address_of_the_year_says_that_it_is_checked_and_nothing_of_the_result()
    {
        using var chair = await DecideAsync();
        using var nobody = new Person(site.Own);
        var before = (await site.FindAsync(Year))!.Log.Entries.Count;
        var (line, undo) = await TamperAsync();
        var nomination = (await site.Own.AskAsync(db => db.Set<NominationRow>().SingleAsync(row => row.Year == Year && row.Pseudonym == "n-1"))).Key;
        var juror = (await site.Own.AskAsync(db => db.Users.SingleAsync(account => account.Email == $"jurylid{Year}1@voorbeeld.nl"))).Key;

        var asked = new List<string>();
        foreach (var (method, route) in Routes())
        {
            var address = Filled(route, nomination, juror);
            var isDesk = address.StartsWith("/umbraco/", StringComparison.Ordinal);
            var (person, page, knows) = isDesk ? (site.Secretary, "/umbraco/prize", true) : address.StartsWith("/jury/", StringComparison.Ordinal) ? (chair, "/umbraco/account", true) : (nobody, "/praktijkvoorbeeld-delen", false);
            var answer = method == "GET" ? await person.GetAsync(address) : await person.PostAsync(page, address, ("version", "0"), ("entry", "n-1"), ("text", "Iets."), ("visitedOn", "2031-12-03"));
            Assert.Equal((method, address, HttpStatusCode.ServiceUnavailable), (method, address, answer.Status));
            var text = answer.Text;
            Assert.Contains(knows ? $"Vanaf regel {line} is het niet meer wat er geschreven werd" : $"De prijs van {Year} wordt nagekeken", text, StringComparison.Ordinal);
            Assert.Equal(knows, text.Contains(Command, StringComparison.Ordinal));
            Assert.Equal(method == "POST" && !knows, text.Contains("Wat u net stuurde, is niet bewaard.", StringComparison.Ordinal));
            Assert.DoesNotContain("Bedrijf", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Geheim gebleven", text, StringComparison.Ordinal);
            asked.Add(route);
        }

        // The whole year was asked for: what nobody reads yet, is not in the table of addresses.
        Assert.InRange(asked.Count, 50, 200);
        Assert.Equal(before + 1, await site.Own.AskAsync(db => db.Set<PrizeLogRow>().CountAsync(row => row.Year == Year)));

        // A link of a mail names the year itself, and a juror who isn't the chair is told as a visitor is.
        var link = "/prijs/voordracht/" + site.Own.Get<NominationLinks>().Make(new NominationLink(nomination, Year, NominationSide.Nominator));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await nobody.GetAsync(link)).Status);
        using var plain = await site.SignInAgainAsync($"jurylid{Year}2");
        var told = await plain.GetAsync($"/jury/{Year}/n-1");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, false), (told.Status, told.Text.Contains(Command, StringComparison.Ordinal)));

        await OthersGoOnAsync(chair, nobody);
        await undo();
        Assert.Equal(HttpStatusCode.OK, (await site.Secretary.GetAsync($"/umbraco/prize/{Year}/report")).Status);

        // After the ceremony there is a page of content, which asks for the log as well.
        await site.MoveToAsync(Ceremony);
        await site.Own.Get<PrizeClock>().RunAsync(CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync($"/prijs/{Year}")).Status);
        await TamperAsync();
        foreach (var address in new[] { $"/prijs/{Year}", $"/en/prijs/{Year}/juryrapport", $"/prijs/{Year}/juryrapport.pdf", $"/prijs/{Year}/embleem/n-1.svg", $"/de/prijs/{Year}/oorkonde/n-1" })
        {
            var answer = await nobody.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.ServiceUnavailable), (address, answer.Status));
            Assert.Contains($"De prijs van {Year} wordt nagekeken", answer.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Bedrijf 1", (await nobody.GetAsync($"/prijs/{Sound}/juryrapport")).Text, StringComparison.Ordinal);
        await site.Own.AskAsync(db => db.Set<EditionRow>().Where(row => row.Year == Year || row.Year == Sound).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task It_is_said_in_the_log_of_the_site_and_a_draft_that_is_no_rulebook_closes_its_year_only()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.OpenAsync(2063);
        await site.OpenAsync(2064);
        await site.Own.AskAsync(db => db.Set<EditionRow>().Where(row => row.Year == 2063).ExecuteUpdateAsync(set => set.SetProperty(row => row.Rulebook, "{")));
        var said = new Said();
        await using var scope = site.Own.Services.CreateAsyncScope();
        var editions = new Editions(scope.ServiceProvider.GetRequiredService<SiteDb>(), new EditionCache(), site.Own.Get<Web.Mail.MailSignal>(), said, site.Clock);
        var years = (await editions.AllAsync(CancellationToken.None)).Select(edition => edition.Year).ToList();
        Assert.Contains(2064, years);
        Assert.DoesNotContain(2063, years);
        Assert.Equal(2063, (await Assert.ThrowsAsync<TamperedLogException>(() => editions.FindAsync(2063, CancellationToken.None))).Year);
        Assert.All(said.Lines, line => Assert.Equal((LogLevel.Critical, true), (line.Level, line.Text.Contains("prize verify --edition 2063", StringComparison.Ordinal))));
        Assert.Equal(2, said.Lines.Count);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Secretary.GetAsync("/umbraco/prize/2063")).Status);
        await site.Own.AskAsync(db => db.Set<EditionRow>().Where(row => row.Year == 2063).ExecuteDeleteAsync());
    }

    /// <summary>Two editions that were decided; the chair of the first, who is in both.</summary>
    private async Task<Person> DecideAsync()
    {
        await site.MoveToAsync(PrizeSite.Autumn);
        await site.DecideAsync(Sound);
        await site.MoveToAsync(PrizeSite.Autumn);
        foreach (var juror in (await site.ScoreAsync(Year)).Jurors)
        {
            juror.Dispose();
        }

        var chair = await site.ChairAsync(Year);
        await site.CastAsync(Year);
        await site.StepAsync(Year, Phase.Deliberation);
        await site.AppendAsync(Year, new FinalistsChosen("bedrijven", ["n-1", "n-2"]), new WinnerDecided("bedrijven", "Geheim gebleven tot nu.", "n-1"));
        await site.StepAsync(Year, Phase.Decided);
        return chair;
    }

    private async Task OthersGoOnAsync(Person chair, Person nobody)
    {
        var list = await site.Secretary.GetAsync("/umbraco/prize");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Contains($"Het logboek van {Year} klopt niet.", list.Text, StringComparison.Ordinal);
        Assert.NotNull(list.Page.QuerySelector($"ul a[href='/umbraco/prize/{Sound}']"));
        var home = await chair.GetAsync("/jury");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains($"De prijs van {Year} wordt nagekeken.", home.Text, StringComparison.Ordinal);
        var person = await site.Secretary.PostAsync("/umbraco/prize/person", "/umbraco/prize/person", ("email", $"jurylid{Year}1@voorbeeld.nl"));
        Assert.Equal(HttpStatusCode.OK, person.Status);
        Assert.Contains("Oordelen die nu niet te lezen zijn", person.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wis wat hier staat", person.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/prijs", "/praktijkvoorbeelden", "/sitemap.xml" })
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await nobody.GetAsync(path)).Status));
        }

        Assert.Equal(HttpStatusCode.OK, (await site.Secretary.GetAsync($"/umbraco/prize/{Sound}/report")).Status);
    }

    /// <summary>Changes a score in a ballot. A line that was put in makes the site read the log again, as a start does.</summary>
    private async Task<(long Line, Func<Task> Undo)> TamperAsync()
    {
        var (line, last, old) = await site.Own.AskAsync(async db =>
        {
            var lines = db.Set<PrizeLogRow>().Where(row => row.Year == Year);
            var ballot = await lines.OrderBy(row => row.Number).FirstAsync(row => row.Event.Contains("ballotCast"));
            var end = await lines.AsNoTracking().OrderByDescending(row => row.Number).FirstAsync();
            var text = ballot.Event;
            ballot.Event = LastScore().Replace(text, "\"value\":1", 1);
            Assert.NotEqual(text, ballot.Event);
            end.Number++;
            db.Add(end);
            await db.SaveChangesAsync();
            return (ballot.Number, end.Number, text);
        });
        return (line, () => site.Own.AskAsync(async db =>
        {
            await db.Set<PrizeLogRow>().Where(row => row.Year == Year && row.Number == last).ExecuteDeleteAsync();
            return await db.Set<PrizeLogRow>().Where(row => row.Year == Year && row.Number == line).ExecuteUpdateAsync(set => set.SetProperty(row => row.Event, old));
        }));
    }

    /// <summary>All of the year but the open data, which is content: it goes on, as lists do.</summary>
    private IEnumerable<(string Method, string Route)> Routes() => site.Own.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.GetParameter("year") is not null && !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
        .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => (method, endpoint.RoutePattern.RawText!)))
        .Where(one => one.method is "GET" or "POST")
        .Distinct();

    private static string Filled(string route, Guid nomination, Guid juror) => "/" + Parameter().Replace(route.TrimStart('/'), match => match.Groups[1].Value switch
    {
        "year" => Year.ToString(CultureInfo.InvariantCulture),
        "entry" => "n-1",
        "key" => nomination.ToString(),
        "juror" => juror.ToString(),
        "file" => Guid.Empty.ToString(),
        "language" => "en",
        "id" => "1",
        var other => throw new InvalidOperationException($"A part of an address that this test doesn't know: {other}."),
    });

    [GeneratedRegex(@"\{(\w+)(?:[^{}]|\([^()]*\))*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\"value\":[2-9]")]
    private static partial Regex LastScore();

    private sealed class Said : ILogger<Editions>
    {
        public List<(LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception)));
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Prize.Desk;

namespace Deventer4GlobalGoals.Benchmarks.People;

/// <summary>A ballot that the site said it has.</summary>
internal sealed record SavedBallot(string Juror, string Entry, int Version, string Scores);

/// <summary>A jury that saves while nominations come in, and what the site answered to them.</summary>
/// <param name="jurors">Signed in.</param>
/// <param name="port">Of the site.</param>
internal sealed class JuryMinute(IReadOnlyList<Visitor> jurors, int port)
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(2);

    /// <summary>The form wants to have been looked at for some seconds.</summary>
    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(3.3);

    private static readonly Rulebook Rules = RulebookTemplates.Make(RulebookTemplates.Committee, Planting.Scored)!;

    public Times Ballots { get; } = new();

    public Times Nominations { get; } = new();

    public ConcurrentBag<SavedBallot> SavedBallots { get; } = [];

    /// <summary>The mail addresses of whoever was told that theirs is in.</summary>
    public ConcurrentBag<string> SavedNominations { get; } = [];

    /// <summary>What was answered and is neither "saved" nor a refusal that explains itself.</summary>
    public ConcurrentBag<string> Wrong { get; } = [];

    public int Refused => _refused;

    private int _refused;

    /// <param name="duration">How long jurors go on and nominations come.</param>
    /// <param name="year">Of the edition that is nominated for.</param>
    /// <param name="nominations">How many, evenly over the duration.</param>
    /// <param name="seed">For who does what.</param>
    public Task RunAsync(TimeSpan duration, int year, int nominations, int seed)
    {
        var last = duration - Typing - TimeSpan.FromSeconds(1);
        return Task.WhenAll(
        [
            .. jurors.Select((juror, number) => Task.Run(() => ScoreAsync(juror, number, duration, new Random(seed + number)))),
            .. Enumerable.Range(0, nominations).Select(number => Task.Run(() => NominateAsync(year, number, last * number / nominations))),
        ]);
    }

    /// <summary>Scores one entry after the other, as the page's script sends it.</summary>
    private async Task ScoreAsync(Visitor juror, int number, TimeSpan duration, Random random)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"/jury/{Planting.Scored}/n-1");
        var token = await Visitor.InsistAsync(() => juror.TokenAsync(page));
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        await Task.Delay(Rhythm * random.NextDouble());
        using var timer = new PeriodicTimer(Rhythm);
        using var end = new CancellationTokenSource(duration - Rhythm);
        while (await TickAsync(timer, end.Token))
        {
            var entry = string.Create(CultureInfo.InvariantCulture, $"n-{random.Next(Planting.Entries) + 1}");
            var scores = Rules.Criteria.Select(criterion => (Name: $"scores[{criterion.Key}]", Value: random.Next(11).ToString(CultureInfo.InvariantCulture))).ToArray();
            var version = versions.GetValueOrDefault(entry);
            try
            {
                var answer = await juror.PostAsync(
                    string.Create(CultureInfo.InvariantCulture, $"/jury/{Planting.Scored}/{entry}"), [("version", version.ToString(CultureInfo.InvariantCulture)), .. scores, .. token], "application/json");
                using var saved = JsonDocument.Parse(answer.Body);
                versions[entry] = saved.RootElement.GetProperty("version").GetInt32();
                if (answer.Status == HttpStatusCode.OK)
                {
                    Ballots.Add(answer.Milliseconds);
                    SavedBallots.Add(new SavedBallot(Planting.Juror(number), entry, versions[entry], Written(scores.Select(score => score.Value))));
                }
                else if (answer.Status != HttpStatusCode.Conflict)
                {
                    Wrong.Add($"{page}: {answer.Status}");
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                // The site is away: the next round tries again.
            }
            catch (JsonException)
            {
                Wrong.Add($"{page}: no answer that a script can read");
            }
        }
    }

    private async Task NominateAsync(int year, int number, TimeSpan wait)
    {
        await Task.Delay(wait);
        var path = string.Create(CultureInfo.InvariantCulture, $"/prijs/{year}/nomineren");
        var email = string.Create(CultureInfo.InvariantCulture, $"nora{year}x{number}@voorbeeld.nl");
        using var visitor = new Visitor(port, 1_000 + number);
        var form = Visitor.FieldsOf((await Visitor.InsistAsync(() => visitor.GetAsync(path))).Body, "main form");
        await Task.Delay(Typing);
        (string Name, string Value)[] typed =
        [
            ("Name", "Nora"), ("Email", email), ("IsOwn", "true"), ("Organisation", $"Voorbeeldbedrijf {number}"), ("Category", "bedrijven"),
            ("Why", "Een jaar lang wegen wat er terugkomt."), ("Goals", "12"), ("do", "hand-in"),
        ];
        var answer = await Visitor.InsistAsync(() => visitor.PostAsync(path, [.. form.Where(field => typed.All(one => one.Name != field.Name)), .. typed]));
        if (answer.Status == HttpStatusCode.OK)
        {
            Nominations.Add(answer.Milliseconds);
            SavedNominations.Add(email);
        }
        else if (answer.Status == HttpStatusCode.UnprocessableEntity)
        {
            Interlocked.Increment(ref _refused);
        }
        else
        {
            Wrong.Add($"{path}: {answer.Status}");
        }
    }

    /// <summary>What was saved and isn't there: ballots by juror, entry, version and scores, nominations by mail address.</summary>
    public IReadOnlyList<string> Lost(SiteFile file)
    {
        var people = file.Read("SELECT p.Pseudonym, a.Email FROM PrizePerson p JOIN Account a ON a.\"Key\" = p.AccountKey WHERE p.IsJuror").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var ballots = file.Read(string.Create(CultureInfo.InvariantCulture, $"SELECT Event FROM PrizeLog WHERE Year = {Planting.Scored}"))
            .Select(row => CanonicalJson.Read<PrizeEvent>(row[0])).OfType<BallotCast>().Select(cast => cast.Ballot)
            .Select(ballot => new SavedBallot(people[ballot.Juror], ballot.Entry, ballot.Version, Written(Rules.Criteria.Select(criterion =>
                ballot.Scores.Single(score => score.Criterion == criterion.Key).Value.ToString("0", CultureInfo.InvariantCulture)))))
            .ToHashSet();
        var nominations = file.Read("SELECT NominatorEmail FROM PrizeNomination").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        return [.. SavedBallots.Where(ballot => !ballots.Contains(ballot)).Select(ballot => ballot.ToString()), .. SavedNominations.Where(email => !nominations.Contains(email))];
    }

    private static string Written(IEnumerable<string> scores) => string.Join(' ', scores);

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken end)
    {
        try
        {
            return await timer.WaitForNextTickAsync(end);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

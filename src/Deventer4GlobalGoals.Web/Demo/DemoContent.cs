using System.Globalization;
using System.Text.Json;
using Bogus;
using Deventer4GlobalGoals.Goals;

namespace Deventer4GlobalGoals.Web.Demo;

/// <summary>
/// Makes up content: the same count and seed give the same items, in any year and on any machine.
/// Organisations come first, so that the rest can refer to them.
/// </summary>
/// <param name="count">How many items in all: 35 % organisations, 20 % meetings, the rest practices.</param>
/// <param name="seed">Where the random numbers start.</param>
internal sealed class DemoContent(int count, int seed)
{
    private const string Source = "Verzonnen voorbeeld, gemaakt met het commando demo";
    private const string Notice = "Dit is een verzonnen voorbeeld.";
    private const int FirstYear = 2016;
    private const int LastYear = 2026;
    private const int LastMeetingYear = 2028;

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Faker _faker = new("nl") { Random = new Randomizer(seed) };

    private readonly TargetCode[] _targets = [.. GoalCatalogue.Default.Targets.Select(target => target.Code)];

    public int Organisations { get; } = count * 35 / 100;

    public int Meetings { get; } = count * 20 / 100;

    public int Practices => count - Organisations - Meetings;

    private Randomizer Random => _faker.Random;

    public IEnumerable<DemoItem> Items()
    {
        for (var number = 1; number <= Organisations; number++)
        {
            yield return Organisation(number);
        }

        for (var number = 1; number <= Practices; number++)
        {
            yield return Practice(number);
        }

        for (var number = 1; number <= Meetings; number++)
        {
            yield return Meeting(number);
        }
    }

    private DemoItem Organisation(int number)
    {
        var kind = Random.ArrayElement(DemoWords.OrganisationKinds);
        var values = Common($"{kind} in Deventer. {Notice}");
        values["body"] = Text(DemoWords.Steps, 3);
        values["kind"] = List(kind);
        values["sectors"] = List(Some(DemoWords.Sectors, 2));
        values["size"] = List(Random.ArrayElement(DemoWords.Sizes));
        values["countries"] = List(Some(DemoWords.Countries, 3));
        values["coreGroup"] = 0;
        values["internationalOffice"] = 0;
        values["periodicConsultation"] = 0;
        return new DemoItem("organisation", "organisations", Marked(_faker.Company.CompanyName(), number), values);
    }

    private DemoItem Practice(int number)
    {
        var action = Random.ArrayElement(DemoWords.Actions);
        var place = Random.ArrayElement(DemoWords.Places);
        var from = Random.Int(FirstYear, LastYear);
        var values = Common($"{action} in {place}: wat het kostte en wat het opleverde. {Notice}");
        values["whatWasDone"] = Text(DemoWords.Steps, 4);
        values["lessons"] = Text(DemoWords.Lessons, 2);
        values["costs"] = string.Create(CultureInfo.InvariantCulture, $"Ongeveer {Random.Int(1, 90) * 100} euro");
        values["costClass"] = Random.ArrayElement(DemoWords.CostClasses);
        values["timeToResult"] = Random.ArrayElement(DemoWords.Times);
        values["companySize"] = List(Random.ArrayElement(DemoWords.Sizes));
        values["sectors"] = List(Some(DemoWords.Sectors, 3));
        values["yearFrom"] = from;
        values["yearTo"] = Random.Int(from, LastYear);
        return new DemoItem("practice", "practices", Marked($"{action} in {place}", number), values)
        {
            OrganisationsAlias = "organisations",
            Organisations = SomeOrganisations(),
            Result = new DemoResult(Random.Guid(), Random.Int(5, 5000), Random.ArrayElement(DemoWords.Units), from),
        };
    }

    private DemoItem Meeting(int number)
    {
        var kind = Random.ArrayElement(DemoWords.MeetingKinds);
        var subject = Random.ArrayElement(DemoWords.Subjects);
        var day = new DateOnly(Random.Int(FirstYear, LastMeetingYear), Random.Int(1, 12), Random.Int(1, 28));
        var hour = Random.Int(9, 19);
        var values = Common($"{kind} over {subject}. {Notice}");
        values["kind"] = List(kind);
        values["start"] = Moment(day, hour);
        values["end"] = Moment(day, hour + 2);
        values["timeUnknown"] = 0;
        values["year"] = day.Year;
        values["online"] = 0;
        values["registrationOpen"] = 0;
        values["status"] = "Gepland";
        values["attendance"] = Random.Int(8, 240);
        values["body"] = Text(DemoWords.Steps, 3);
        return new DemoItem("meeting", "meetings", Marked($"{kind} over {subject}", number), values)
        {
            OrganisationsAlias = "organisers",
            Organisations = SomeOrganisations(),
        };
    }

    private Dictionary<string, object> Common(string summary) => new(StringComparer.Ordinal)
    {
        ["summary"] = summary,
        ["contributions"] = ContributionJson.Write(Contributions()),
        ["demo"] = 1,
        ["hideFromSearchEngines"] = 1,
        ["source"] = Source,
        ["street"] = $"{_faker.Address.StreetName()} {Random.Int(1, 200).ToString(CultureInfo.InvariantCulture)}",
        ["town"] = "Deventer",
    };

    private IEnumerable<Contribution> Contributions() => Random.ArrayElements(_targets, Random.Int(1, 3))
        .DistinctBy(target => target.Goal)
        .Select((target, index) => new Contribution(target)
        {
            Role = index == 0 ? ContributionRole.Primary : ContributionRole.Secondary,
            Direction = ContributionDirection.Positive,
            Claim = Notice,
            Evidence = new Evidence(Random.Int(1, 500), Random.ArrayElement(DemoWords.Units), Random.Int(FirstYear, LastYear)),
            Source = ContributionSource.Editor,
        });

    private int[] SomeOrganisations() => Organisations == 0
        ? []
        : [.. Enumerable.Range(0, Random.Int(1, 3)).Select(_ => Random.Int(0, Organisations - 1)).Distinct()];

    private string[] Some(string[] choices, int most) => Random.ArrayElements(choices, Random.Int(1, most));

    private string Text(string[] sentences, int length) => string.Join(' ', Random.ArrayElements(sentences, length)) + "\n\n" + Notice;

    private static string Marked(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} (voorbeeld {number})");

    private static string List(params string[] values) => JsonSerializer.Serialize(values, Json);

    private static string Moment(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        var offset = Content.DeventerTime.Zone.GetUtcOffset(local);
        return JsonSerializer.Serialize(new { date = new DateTimeOffset(local, offset), timeZone = Content.DeventerTime.Zone.Id }, Json);
    }
}

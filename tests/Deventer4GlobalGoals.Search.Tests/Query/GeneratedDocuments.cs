using System.Globalization;
using Deventer4GlobalGoals.Search.Index;

namespace Deventer4GlobalGoals.Search.Tests.Query;

/// <summary>Documents and questions out of a hat; the same seed gives the same ones.</summary>
internal sealed class GeneratedDocuments(int seed)
{
    private static readonly string[] Words =
    [
        "afval", "afvalscheiding", "scheiding", "scheiden", "water", "regenwater", "drinkwater", "boom", "bomen", "boomplantdag", "planten", "plant", "dag",
        "energie", "energiebesparing", "besparing", "zonne-energie", "zonnepanelen", "stroom", "huis", "huizen", "huisvuil", "vuil", "school", "schoolplein",
        "plein", "bedrijf", "bedrijven", "bedrijventerrein", "terrein", "e-bike", "fiets", "fietsen", "kringloop", "kringloopwinkel", "winkel", "circulair",
        "hergebruik", "café", "ideeën", "CO₂", "12.3", "SDG 7", "doel 12", "de", "het", "en", "van", "voedselbank", "bank", "klimaat", "verandering",
        "klimaatverandering", "groene stroom", "werk", "werkplaats", "plaats", "Deventer", "IJssel",
    ];

    private static readonly string[] Sectors = ["horeca", "bouw", "zorg", "onderwijs"];

    private readonly Random random = new(seed);

    public List<SearchDocument> Documents(int count) => [.. Enumerable.Range(0, count).Select(number => Document("d" + number.ToString(CultureInfo.InvariantCulture)))];

    public SearchDocument Document(string id) => new(id, "nl")
    {
        Title = Text(4),
        Summary = Text(8),
        Tags = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Word())],
        Body = Text(25),
        Fields = new Dictionary<string, IReadOnlyList<string>>
        {
            ["doel"] = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Goal()).Distinct()],
            ["sector"] = [Sectors[random.Next(Sectors.Length)]],
            ["jaar"] = [Year()],
        },
        Date = random.Next(5) == 0 ? null : new DateOnly(2015 + random.Next(9), 1 + random.Next(12), 1),
    };

    public string Query() => string.Join(' ', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Unit()));

    public (string Field, string Value)[] Filters() =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(3) switch
        {
            0 => ("doel", Goal()),
            1 => ("sector", Sectors[random.Next(Sectors.Length)]),
            _ => ("jaar", Year()),
        }).Distinct()];

    private string Unit() => random.Next(12) switch
    {
        0 => "-" + Word(),
        1 => $"{Word()} OR {Word()}",
        2 => $"\"{Word()} {Word()}\"",
        3 => Start(Word()) + "*",
        4 => "doel:" + Goal(),
        5 => $"jaar:{Year()}..{Year()}",
        _ => Word(),
    };

    private static string Start(string word) => word[..Math.Min(3, word.Length)];

    private string Text(int most) => string.Join(' ', Enumerable.Range(0, random.Next(most + 1)).Select(_ => Word()));

    private string Word() => Words[random.Next(Words.Length)];

    private string Goal() => (1 + random.Next(17)).ToString(CultureInfo.InvariantCulture);

    private string Year() => (2018 + random.Next(6)).ToString(CultureInfo.InvariantCulture);
}

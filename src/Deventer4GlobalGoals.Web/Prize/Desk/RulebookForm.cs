using System.Globalization;
using System.Text;
using Deventer4GlobalGoals.Prize.Rules;

namespace Deventer4GlobalGoals.Web.Prize.Desk;

public sealed class CategoryFields
{
    public string? Key { get; set; }

    public string? Nl { get; set; }

    public string? En { get; set; }

    public string? De { get; set; }
}

public sealed class CriterionFields
{
    public string? Key { get; set; }

    public string? Name { get; set; }

    public string? Question { get; set; }

    public string? Weight { get; set; }

    public bool Independent { get; set; }

    public bool Optional { get; set; }

    public string? Low { get; set; }

    public string? Middle { get; set; }

    public string? High { get; set; }
}

/// <summary>The rules as fields of a form. A row without a name is left out; that is also how one takes a row away.</summary>
public sealed class RulebookForm
{
    /// <summary>Empty rows at the end of a list, to add to it.</summary>
    private const int Spare = 1;

    private const int LongestKey = 40;

    public int Version { get; set; }

    public string? Head { get; set; }

    public string? Reason { get; set; }

    public string? TitleNl { get; set; }

    public string? TitleEn { get; set; }

    public string? TitleDe { get; set; }

    public List<CategoryFields> Categories { get; set; } = [];

    public List<CriterionFields> Criteria { get; set; } = [];

    public string? Lowest { get; set; }

    public string? Highest { get; set; }

    public string? Quorum { get; set; }

    public string? LoadCap { get; set; }

    public string? MostNominees { get; set; }

    public string? MostFinalists { get; set; }

    public ConflictDegree RecusedFrom { get; set; }

    public VisibilityMode Visibility { get; set; }

    public bool Blind { get; set; }

    public bool JurorsNamed { get; set; }

    public RankingKind Ranking { get; set; }

    public DecisionKind Decision { get; set; }

    /// <summary>"criterion:effect", "firstPlaces", "lowerSpread", "lot"; empty for none.</summary>
    public List<string?> TieBreaks { get; set; } = [];

    public string? Seed { get; set; }

    public string? NominatingFrom { get; set; }

    public string? NominatingUntil { get; set; }

    public string? ScoringFrom { get; set; }

    public string? ScoringUntil { get; set; }

    public string? Ceremony { get; set; }

    /// <summary>Both empty when the public doesn't vote.</summary>
    public string? AudienceFrom { get; set; }

    public string? AudienceUntil { get; set; }

    public static RulebookForm Of(Rulebook rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var scale = rules.Criteria.Count > 0 ? rules.Criteria[0].Scale : new Scale(0, 10, 1);
        return new RulebookForm
        {
            TitleNl = rules.Title.Nl,
            TitleEn = rules.Title.En,
            TitleDe = rules.Title.De,
            Categories = [.. rules.Categories.Select(one => new CategoryFields { Key = one.Key, Nl = one.Name.Nl, En = one.Name.En, De = one.Name.De }), .. Enumerable.Range(0, Spare).Select(_ => new CategoryFields())],
            Criteria = [.. rules.Criteria.Select(Fields), .. Enumerable.Range(0, Spare).Select(_ => new CriterionFields())],
            Lowest = Text(scale.Lowest),
            Highest = Text(scale.Highest),
            Quorum = Text(rules.Quorum),
            LoadCap = rules.LoadCap is { } cap ? Text(cap) : null,
            MostNominees = rules.MostNominees is { } nominees ? Text(nominees) : null,
            MostFinalists = rules.MostFinalists is { } finalists ? Text(finalists) : null,
            RecusedFrom = rules.RecusedFrom,
            Visibility = rules.Visibility,
            Blind = rules.Blind,
            JurorsNamed = rules.JurorsNamed,
            Ranking = rules.Ranking,
            Decision = rules.Decision,
            TieBreaks = [.. rules.TieBreaks.Select(Name), null],
            Seed = rules.TieBreaks.FirstOrDefault(one => one.Kind == TieBreakKind.Lot)?.Seed,
            NominatingFrom = rules.Nominating.From.ToString(),
            NominatingUntil = rules.Nominating.Until.ToString(),
            ScoringFrom = rules.Scoring.From.ToString(),
            ScoringUntil = rules.Scoring.Until.ToString(),
            Ceremony = rules.Ceremony.ToString(),
            AudienceFrom = rules.AudienceVote?.From.ToString(),
            AudienceUntil = rules.AudienceVote?.Until.ToString(),
        };
    }

    /// <summary>The rules that stand in the form. What can't be read is in <paramref name="problems"/>, by field, and is as it was before.</summary>
    public Rulebook Read(Rulebook before, IDictionary<string, string> problems, Func<string, string, string> say)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(say);
        var scale = new Scale(Number(nameof(Lowest), Lowest) ?? 0, Number(nameof(Highest), Highest) ?? 10, 1);
        var criteria = Criteria.Where(one => !string.IsNullOrWhiteSpace(one.Name)).ToList();
        return before with
        {
            Title = new Label(Trim(TitleNl) ?? before.Title.Nl, Trim(TitleEn), Trim(TitleDe)),
            Categories = [.. Categories.Where(one => !string.IsNullOrWhiteSpace(one.Nl)).Select(one =>
                (before.Categories.FirstOrDefault(known => known.Key == one.Key) ?? new Category(KeyOf(one.Key, one.Nl!), new Label(one.Nl!)))
                    with { Name = new Label(Trim(one.Nl)!, Trim(one.En), Trim(one.De)) })],
            Criteria = [.. criteria.Select((one, index) => Criterion(one, scale, Number($"Criteria[{index}].Weight", one.Weight) ?? 0))],
            Quorum = Whole(nameof(Quorum), Quorum) ?? 0,
            LoadCap = Whole(nameof(LoadCap), LoadCap),
            MostNominees = Whole(nameof(MostNominees), MostNominees),
            MostFinalists = Whole(nameof(MostFinalists), MostFinalists),
            RecusedFrom = RecusedFrom,
            Visibility = Visibility,
            Blind = Blind,
            JurorsNamed = JurorsNamed,
            Ranking = Ranking,
            Decision = Decision,
            TieBreaks = [.. TieBreaks.OfType<string>().Where(one => one.Length > 0).Distinct().Select(TieBreakOf)],
            Nominating = new Window(Moment(nameof(NominatingFrom), NominatingFrom, before.Nominating.From), Moment(nameof(NominatingUntil), NominatingUntil, before.Nominating.Until)),
            Scoring = new Window(Moment(nameof(ScoringFrom), ScoringFrom, before.Scoring.From), Moment(nameof(ScoringUntil), ScoringUntil, before.Scoring.Until)),
            Ceremony = Moment(nameof(Ceremony), Ceremony, before.Ceremony),
            AudienceVote = string.IsNullOrWhiteSpace(AudienceFrom) && string.IsNullOrWhiteSpace(AudienceUntil)
                ? null
                : new Window(Moment(nameof(AudienceFrom), AudienceFrom, before.Scoring.Until), Moment(nameof(AudienceUntil), AudienceUntil, before.Ceremony)),
        };

        decimal? Number(string field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            if (decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000)
            {
                return number;
            }

            problems[field] = say($"\u201c{text.Trim()}\u201d is geen getal.", $"\u201c{text.Trim()}\u201d is no number.");
            return null;
        }

        int? Whole(string field, string? text)
        {
            if (Number(field, text) is not { } number)
            {
                return null;
            }

            if (number == Math.Truncate(number))
            {
                return (int)number;
            }

            problems[field] = say("Typ een heel getal.", "Type a whole number.");
            return null;
        }

        CityTime Moment(string field, string? text, CityTime known)
        {
            try
            {
                // A browser leaves seconds out, or writes them when they were there.
                return CityTime.Parse(text?.Trim() is { Length: 19 } withSeconds ? withSeconds[..16] : text?.Trim() ?? string.Empty);
            }
            catch (FormatException)
            {
                problems[field] = say("Vul een dag en een tijd in.", "Fill in a day and a time.");
                return known;
            }
        }
    }

    /// <summary>How the form names a step of the chain.</summary>
    public static string Name(TieBreak tieBreak)
    {
        ArgumentNullException.ThrowIfNull(tieBreak);
        return tieBreak.Kind switch
        {
            TieBreakKind.Criterion => "criterion:" + tieBreak.Criterion,
            TieBreakKind.FirstPlaces => "firstPlaces",
            TieBreakKind.LowerSpread => "lowerSpread",
            _ => "lot",
        };
    }

    /// <summary>"Na te doen" becomes "na-te-doen"; a key that is there stays.</summary>
    private static string KeyOf(string? known, string name)
    {
        if (!string.IsNullOrWhiteSpace(known))
        {
            return known;
        }

        var key = new StringBuilder();
        foreach (var letter in name.Trim().Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(letter => !IsMark(letter)))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                key.Append(letter);
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString(0, Math.Min(key.Length, LongestKey)).Trim('-');
    }

    private static bool IsMark(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private static CriterionFields Fields(Criterion one) => new()
    {
        Key = one.Key,
        Name = one.Name.Nl,
        Question = one.Explanation?.Nl,
        Weight = Text(one.Weight),
        Independent = one.Independent,
        Optional = !one.Required,
        Low = At(one, one.Scale.Lowest),
        Middle = one.Levels.FirstOrDefault(level => level.From > one.Scale.Lowest && level.From < one.Scale.Highest)?.Description.Nl,
        High = At(one, one.Scale.Highest),
    };

    private static string? At(Criterion criterion, decimal score) => criterion.Levels.FirstOrDefault(level => level.From == score)?.Description.Nl;

    private static Criterion Criterion(CriterionFields one, Scale scale, decimal weight) =>
        new(KeyOf(one.Key, one.Name!), new Label(one.Name!.Trim()), weight, scale, !one.Optional, one.Independent)
        {
            Explanation = Trim(one.Question) is { } question ? new Label(question) : null,
            Levels = [.. new[] { (scale.Lowest, one.Low), (Math.Floor((scale.Lowest + scale.Highest) / 2), one.Middle), (scale.Highest, one.High) }
                .Where(level => !string.IsNullOrWhiteSpace(level.Item2))
                .Select(level => new Level(level.Item1, new Label(level.Item2!.Trim())))],
        };

    private TieBreak TieBreakOf(string text) => text switch
    {
        "firstPlaces" => new TieBreak(TieBreakKind.FirstPlaces),
        "lowerSpread" => new TieBreak(TieBreakKind.LowerSpread),
        "lot" => new TieBreak(TieBreakKind.Lot, Seed: Trim(Seed)),
        _ => new TieBreak(TieBreakKind.Criterion, text.Split(':')[^1]),
    };

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}

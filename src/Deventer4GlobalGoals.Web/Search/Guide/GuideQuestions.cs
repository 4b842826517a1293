using System.Text;
using System.Text.Encodings.Web;
using Deventer4GlobalGoals.Web.Content.Community;
using Deventer4GlobalGoals.Web.Site.Lists;

namespace Deventer4GlobalGoals.Web.Search.Guide;

/// <summary>How well a practice fits what somebody said about their company.</summary>
public enum GuideFit
{
    /// <summary>Something that is known of it says no.</summary>
    None,

    /// <summary>Nothing says no, but not all that was asked is known of it.</summary>
    Perhaps,

    /// <summary>All that was asked is known, and fits.</summary>
    Fits,
}

/// <summary>One thing to say about a company.</summary>
/// <param name="Facet">Its values and their names.</param>
/// <param name="IsLimit">Whether what is chosen is the most that somebody has: a smaller value fits too.</param>
public sealed record GuideQuestion(Facet Facet, bool IsLimit = false)
{
    /// <summary>The steps, in their order; the last asks for budget or time, and one of them is enough.</summary>
    public static IReadOnlyList<GuideQuestion[]> Steps { get; } =
    [
        [new(SiteFacets.Sector)],
        [new(SiteFacets.Size)],
        [new(SiteFacets.Costs, IsLimit: true), new(SiteFacets.Time, IsLimit: true)],
    ];

    public string Key => Facet.Key;

    /// <param name="known">What is known of a practice.</param>
    /// <param name="answer">What somebody said; null when it doesn't matter to them.</param>
    public GuideFit Fit(IReadOnlyCollection<string> known, string? answer)
    {
        if (answer is null)
        {
            return GuideFit.Fits;
        }

        if (known.Count == 0)
        {
            // A sector that isn't there isn't theirs; what isn't known of size, costs and time may well fit.
            return Facet == SiteFacets.Sector ? GuideFit.None : GuideFit.Perhaps;
        }

        return known.Any(value => value == answer || (IsLimit && Rank(value) < Rank(answer))) ? GuideFit.Fits : GuideFit.None;
    }

    private int Rank(string value) => Facet.Order!.Index().First(pair => pair.Item == value).Index;
}

/// <summary>What somebody has said so far. An answer of null means that it doesn't matter to them.</summary>
public sealed record GuideAnswers(IReadOnlyDictionary<string, string?> Given)
{
    /// <summary>How "it doesn't matter" stands in an address.</summary>
    public const string Any = "alle";

    /// <summary>The step to take now, from 0; as many as there are when all are taken.</summary>
    public int Step => GuideQuestion.Steps.TakeWhile(questions => questions.Any(question => Given.ContainsKey(question.Key))).Count();

    /// <param name="query">The address's query; what can't be read counts as not answered.</param>
    /// <param name="options">Per facet: from how a value stands in an address to the value.</param>
    public static GuideAnswers Read(IQueryCollection query, Func<Facet, IReadOnlyDictionary<string, string>> options)
    {
        var given = new Dictionary<string, string?>();
        foreach (var question in GuideQuestion.Steps.SelectMany(questions => questions))
        {
            if (query[question.Key] is [{ } slug])
            {
                if (slug == Any)
                {
                    given[question.Key] = null;
                }
                else if (options(question.Facet).TryGetValue(slug, out var value))
                {
                    given[question.Key] = value;
                }
            }
        }

        return new GuideAnswers(given);
    }

    public GuideAnswers With(string key, string? value) => new(new Dictionary<string, string?>(Given) { [key] = value });

    /// <summary>Back to a step: it and those after it are asked again.</summary>
    public GuideAnswers Until(int step)
    {
        var kept = GuideQuestion.Steps.Take(step).SelectMany(questions => questions).Select(question => question.Key).ToHashSet();
        return new(Given.Where(pair => kept.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value));
    }

    /// <summary>The worst of all answers: one "no" is enough.</summary>
    /// <param name="known">What is known of a practice, per question.</param>
    public GuideFit Fit(Func<GuideQuestion, IReadOnlyCollection<string>> known) => GuideQuestion.Steps
        .SelectMany(questions => questions)
        .Where(question => Given.ContainsKey(question.Key))
        .Select(question => question.Fit(known(question), Given[question.Key]))
        .DefaultIfEmpty(GuideFit.Fits)
        .Min();

    /// <summary>As a query string that leads here: "?sector=ict&amp;grootte=alle", or nothing.</summary>
    public override string ToString()
    {
        var built = new StringBuilder();
        foreach (var key in GuideQuestion.Steps.SelectMany(questions => questions).Select(question => question.Key).Where(Given.ContainsKey))
        {
            built.Append(built.Length == 0 ? '?' : '&').Append(key).Append('=').Append(UrlEncoder.Default.Encode(Given[key] is { } value ? TextFolding.Slug(value) : Any));
        }

        return built.ToString();
    }
}

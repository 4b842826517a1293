using System.Globalization;
using Deventer4GlobalGoals.Goals;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Prize.Nominating;

/// <summary>What of an edition is said to visitors, in their language.</summary>
public static class NominationWords
{
    public static string Of(Label label, string culture)
    {
        ArgumentNullException.ThrowIfNull(label);
        return LocalisedText.LanguageOf(culture) switch
        {
            "en" => label.En ?? label.Nl,
            "de" => label.De ?? label.Nl,
            _ => label.Nl,
        };
    }

    public static string Title(Rulebook rules, string culture)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Of(rules.Title, culture);
    }

    /// <summary>"vrijdag 1 oktober 2027, 23.59 uur".</summary>
    public static string Moment(CityTime moment, string culture)
    {
        var at = moment.First();
        var format = new SiteFormat(culture);
        return $"{format.LongDate(DateOnly.FromDateTime(at.DateTime))}, {at.ToString(SiteTexts.In(culture)["nomination.time"], CultureInfo.GetCultureInfo(culture))}";
    }
}

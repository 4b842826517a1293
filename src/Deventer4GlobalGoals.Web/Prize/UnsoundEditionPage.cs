using System.Globalization;
using Deventer4GlobalGoals.Prize.Log;
using Deventer4GlobalGoals.Prize.Rules;
using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Site;

namespace Deventer4GlobalGoals.Web.Prize;

/// <summary>
/// Answers for an edition whose log isn't what was written: nothing of it is shown until somebody has looked. A visitor is told that, its secretary
/// and chair also from which line on and what to do. That it happened is in the log of the site already.
/// </summary>
internal sealed class UnsoundEditionPage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Viewer viewer)
    {
        try
        {
            await next(http);
        }
        catch (TamperedLogException tampered) when (tampered.Year is not null && !http.Response.HasStarted)
        {
            http.Response.Clear();
            if (http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase))
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            var mayKnow = viewer.Account is not null
                && await http.RequestServices.GetRequiredService<PrizePeople>().RoleAsync(tampered.Year.Value, http.RequestAborted) is PrizeRole.Secretary or PrizeRole.Chair;
            await BarePage.WriteAsync(http, StatusCodes.Status503ServiceUnavailable, mayKnow ? ForDesk(tampered) : ForVisitor(tampered, HttpMethods.IsPost(http.Request.Method)));
        }
    }

    private static BareText ForVisitor(TamperedLogException tampered, bool hasSent)
    {
        var year = tampered.Year!.Value.ToString(CultureInfo.InvariantCulture);
        return new BareText(
            $"De prijs van {year} wordt nagekeken",
            "Tot dat klaar is, ziet u hier niets van dit jaar: ook geen uitslag." + (hasSent ? " Wat u net stuurde, is niet bewaard. Ga terug in uw browser: daar staat het nog." : null),
            $"The prize of {year} is being checked. Until that is done nothing of this year is shown here, and no result either." + (hasSent ? " What you just sent was not saved. Go back in your browser: it is still there." : null),
            $"Der Preis von {year} wird geprüft. Bis das erledigt ist, sehen Sie hier nichts von diesem Jahr, auch kein Ergebnis." + (hasSent ? " Was Sie gerade gesendet haben, wurde nicht gespeichert. Gehen Sie im Browser zurück: Dort steht es noch." : null));
    }

    private static BareText ForDesk(TamperedLogException tampered)
    {
        var (year, line) = (tampered.Year!.Value.ToString(CultureInfo.InvariantCulture), tampered.Fault.Number.ToString(CultureInfo.InvariantCulture));
        return new BareText(
            $"Het logboek van {year} klopt niet",
            $"Vanaf regel {line} is het niet meer wat er geschreven werd: er is iets veranderd, weggehaald of tussengevoegd. Daarom toont de site niets van {year}, aan niemand. "
                + "Andere jaren lopen door. Verander zelf niets. Vraag wie de server beheert om de opdracht hieronder, en om de database terug te zetten van voor de verandering.",
            $"From line {line} on, the log of {year} is not what was written: something was changed, taken out or put in. So the site shows nothing of {year}, to nobody. "
                + "Other years go on. Change nothing yourself. Ask whoever runs the server for the command above, and to restore the database from before the change.",
            null)
        {
            Command = $"./run.sh prize verify --edition {year}",
            Onward = ("/umbraco", "Naar de redactie"),
        };
    }
}

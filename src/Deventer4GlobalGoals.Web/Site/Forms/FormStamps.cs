using System.Globalization;

namespace Deventer4GlobalGoals.Web.Site.Forms;

/// <summary>Marks in a form that anybody may send: when it was drawn, sealed. What fills in forms is quicker than a person.</summary>
public sealed class FormStamps(SealedTexts texts, TimeProvider time)
{
    /// <summary>Nobody fills in a form faster.</summary>
    public static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);

    /// <summary>What was drawn longer ago has to be drawn again; nothing typed is lost.</summary>
    public static readonly TimeSpan Slowest = TimeSpan.FromHours(24);

    private const string Purpose = "Deventer4GlobalGoals.Prize.Form";

    public string Make() => texts.Seal(Purpose, time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether somebody took about as long as people do.</summary>
    public bool IsHuman(string? stamp)
    {
        if (!long.TryParse(texts.Open(Purpose, stamp), CultureInfo.InvariantCulture, out var drawn))
        {
            return false;
        }

        var took = time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(drawn);
        return took >= Fastest && took <= Slowest;
    }
}

namespace Deventer4GlobalGoals.Web.Desk.Review;

/// <summary>What the desk calls states and steps of the queue.</summary>
/// <param name="Say">Chooses between the Dutch and the English text.</param>
public sealed record ReviewWords(Func<string, string, string> Say)
{
    public string Of(ReviewState state) => state switch
    {
        ReviewState.Draft => Say("Nog niet ingediend", "Not handed in yet"),
        ReviewState.Unconfirmed => Say("Adres nog niet bevestigd", "Address not confirmed yet"),
        ReviewState.Waiting => Say("Te beoordelen", "To review"),
        ReviewState.Returned => Say("Teruggestuurd", "Sent back"),
        ReviewState.Accepted => Say("Op de site", "On the site"),
        ReviewState.Rejected => Say("Afgewezen", "Refused"),
        _ => Say("Ingetrokken", "Withdrawn"),
    };

    public static string Style(ReviewState state) => state switch
    {
        ReviewState.Accepted => "d4-staat--goed",
        ReviewState.Rejected or ReviewState.Withdrawn or ReviewState.Draft => "d4-staat--open",
        _ => "d4-staat--let-op",
    };

    public string Step(string kind) => kind switch
    {
        "saved" => Say("bewaard", "saved"),
        "handed-in" => Say("ingediend", "handed in"),
        "confirmed" => Say("adres bevestigd", "address confirmed"),
        "corrected" => Say("verbetering gestuurd", "correction sent"),
        "sent" => Say("gestuurd ter beoordeling", "sent for review"),
        "returned" => Say("teruggestuurd", "sent back"),
        "accepted" => Say("online gezet", "published"),
        "rejected" => Say("afgewezen", "refused"),
        "withdrawn" => Say("ingetrokken", "withdrawn"),
        _ => kind,
    };

    /// <summary>In what language a visitor wrote; null for Dutch.</summary>
    public string? Language(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (row.AccountId, row.Culture) switch
        {
            (null, "en-US") => Say("in het Engels", "in English"),
            (null, "de-DE") => Say("in het Duits", "in German"),
            _ => null,
        };
    }

    /// <summary>Where it comes from.</summary>
    public string Source(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.AccountId is not null ? Say("van een auteur", "by an author")
            : row.Item is not null && row.Version > 0 && row.AppliedVersion == 0 ? Say("verbetering van een praktijk", "correction of a practice")
            : Say("gedeeld op de site", "shared on the site");
    }
}

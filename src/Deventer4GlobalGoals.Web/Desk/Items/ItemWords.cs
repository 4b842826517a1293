using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Web.Desk.Items;

/// <summary>Umbraco's refusals in plain words.</summary>
internal static class ItemWords
{
    public static string Explain(ContentEditingOperationStatus status, string language) => (status, language == "en") switch
    {
        (ContentEditingOperationStatus.NotFound or ContentEditingOperationStatus.ParentNotFound, false) => "Deze pagina is er niet meer.",
        (ContentEditingOperationStatus.NotFound or ContentEditingOperationStatus.ParentNotFound, true) => "This page is gone.",
        (ContentEditingOperationStatus.NotAllowed or ContentEditingOperationStatus.ParentInvalid, false) => "Zo'n pagina mag daar niet staan.",
        (ContentEditingOperationStatus.NotAllowed or ContentEditingOperationStatus.ParentInvalid, true) => "Such a page can't be there.",
        (ContentEditingOperationStatus.InTrash, false) => "Deze pagina ligt in de prullenbak. Haal hem er eerst uit.",
        (ContentEditingOperationStatus.InTrash, true) => "This page is in the bin. Take it out first.",
        (ContentEditingOperationStatus.InvalidName, false) => "Geef de pagina een naam van hooguit 255 tekens.",
        (ContentEditingOperationStatus.InvalidName, true) => "Give the page a name of at most 255 characters.",
        (ContentEditingOperationStatus.CannotDeleteWhenReferenced or ContentEditingOperationStatus.CannotMoveToRecycleBinWhenReferenced, false) => "Andere pagina's gebruiken deze. Haal hem daar eerst weg.",
        (ContentEditingOperationStatus.CannotDeleteWhenReferenced or ContentEditingOperationStatus.CannotMoveToRecycleBinWhenReferenced, true) => "Other pages use this one. Remove it there first.",
        (_, false) => $"Dit lukte niet ({status}). Er is niets veranderd.",
        (_, true) => $"This did not work ({status}). Nothing has changed.",
    };

    public static string Explain(ContentPublishingOperationStatus status, string language) => (status, language == "en") switch
    {
        (ContentPublishingOperationStatus.ContentInvalid, false) => "Bewaard, maar nog niet online: er mist nog iets. Zie hieronder.",
        (ContentPublishingOperationStatus.ContentInvalid, true) => "Saved, but not online yet: something is missing. See below.",
        (ContentPublishingOperationStatus.PathNotPublished, false) => "Bewaard, maar nog niet online: de pagina erboven staat niet online.",
        (ContentPublishingOperationStatus.PathNotPublished, true) => "Saved, but not online yet: the page above it is not online.",
        (ContentPublishingOperationStatus.MandatoryCultureMissing, false) => "Bewaard, maar nog niet online: eerst moet het Nederlands online.",
        (ContentPublishingOperationStatus.MandatoryCultureMissing, true) => "Saved, but not online yet: Dutch has to go online first.",
        (ContentPublishingOperationStatus.PublishTimeNeedsToBeInFuture or ContentPublishingOperationStatus.UpublishTimeNeedsToBeInFuture, false) => "Kies een moment dat nog komt.",
        (ContentPublishingOperationStatus.PublishTimeNeedsToBeInFuture or ContentPublishingOperationStatus.UpublishTimeNeedsToBeInFuture, true) => "Choose a moment that is yet to come.",
        (_, false) => $"Dit lukte niet ({status}).",
        (_, true) => $"This did not work ({status}).",
    };

    /// <summary>Umbraco's keys of texts where it has no sentence.</summary>
    public static string Plain(string message) => message switch
    {
        "#validation_invalidEmpty" or "#validation_invalidNull" => "Vul dit in.",
        "#validation_invalidPattern" => "Dit heeft niet de goede vorm.",
        _ => message,
    };
}

using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace Deventer4GlobalGoals.Web.Content;

/// <summary>
/// Refuses a picture without a description for who cannot see it. Umbraco asks for mandatory values at its desk only; media has no
/// drafts, so what code or an import saves would be on the site at once.
/// </summary>
public sealed class AltTexts : INotificationHandler<MediaSavingNotification>
{
    private const string Alias = "altText";

    public void Handle(MediaSavingNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (var media in notification.SavedEntities.Where(IsMissing))
        {
            notification.CancelOperation(new EventMessage(
                "Beschrijving",
                $"'{media.Name}' heeft geen beschrijving. Zeg in één zin wat er op de afbeelding te zien is, voor wie niet kan zien.",
                EventMessageType.Error));
        }
    }

    private static bool IsMissing(IMedia media) =>
        media.Properties.TryGetValue(Alias, out var alt) && alt.PropertyType.Mandatory && string.IsNullOrWhiteSpace(alt.GetValue()?.ToString());
}

/// <summary>Puts the rule behind Umbraco's notification, as any Umbraco site would.</summary>
public sealed class AltTextsComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddNotificationHandler<MediaSavingNotification, AltTexts>();
    }
}

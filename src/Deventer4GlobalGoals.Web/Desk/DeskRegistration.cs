using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Content;
using Deventer4GlobalGoals.Web.Desk.Checks;
using Deventer4GlobalGoals.Web.Desk.Fields;
using Deventer4GlobalGoals.Web.Desk.Freshness;
using Deventer4GlobalGoals.Web.Desk.Items;
using Deventer4GlobalGoals.Web.Desk.Library;
using Deventer4GlobalGoals.Web.Desk.Meetings;
using Deventer4GlobalGoals.Web.Desk.Meetings.Registrations;
using Deventer4GlobalGoals.Web.Desk.Review;

namespace Deventer4GlobalGoals.Web.Desk;

/// <summary>The desk's one door. Wants the accounts.</summary>
public static class DeskRegistration
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<DeskMenu>();
        AddFields(services);
        services.AddSingleton<ItemTypes>();
        services.AddSingleton<ItemForm>();
        services.AddSingleton<BesideLanguage>();
        services.AddSingleton<ItemWriter>();
        services.AddSingleton<ItemUses>();
        services.AddSingleton<PreviewLinks>();
        services.AddSingleton<EditPages>();
        services.AddSingleton<DeskSearch>();
        services.AddSingleton<MediaLibrary>();
        services.AddSingleton<LibraryUpload>();
        services.AddSingleton<LinkTargets>();
        services.AddSingleton<CheckedPages>();
        services.AddSingleton<SiteCheck>();
        services.AddSingleton<MeetingReader>();
        services.AddSingleton<EarlierMeetings>();
        services.AddSingleton<MeetingReminders>();
        services.AddHostedService(provider => provider.GetRequiredService<MeetingReminders>());
        services.AddSingleton<ItemPublishing>();
        services.AddSingleton<PracticeDrafts>();
        services.AddSingleton<OnlineValues>();
        services.AddSingleton<SubmissionLinks>();
        services.AddSingleton<SubmissionLimits>();
        services.AddSingleton<ReviewNotices>();
        services.AddHostedService(provider => provider.GetRequiredService<ReviewNotices>());
        services.AddScoped<Reviews>();
        services.AddScoped<ReviewMails>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<Submissions>();
        services.AddSingleton<FreshnessLinks>();
        services.AddSingleton<FreshnessRounds>();
        services.AddHostedService(provider => provider.GetRequiredService<FreshnessRounds>());
        services.AddScoped<FreshnessMails>();
        services.AddScoped<PracticeKeeping>();
        services.AddScoped<IPersonRecords, ReviewPeople>();
        services.AddScoped<IPersonRecords, RegistrationPeople>();
        services.AddScoped<RegistrationMails>();
        services.AddScoped<Registrations>();
        services.AddScoped<MeetingNews>();
        services.AddHostedService(provider => provider.GetRequiredService<MeetingMoves>());
        return services;
    }

    /// <summary>The controls of the form: one for each kind of property editor, and a guest registers the same way.</summary>
    private static void AddFields(IServiceCollection services)
    {
        services.AddSingleton<PageNames>();
        services.AddSingleton<FieldControl, TextControl>();
        services.AddSingleton<FieldControl, RichTextControl>();
        services.AddSingleton<FieldControl, ListOfTextsControl>();
        services.AddSingleton<FieldControl, YesNoControl>();
        services.AddSingleton<FieldControl, NumberControl>();
        services.AddSingleton<FieldControl, MomentControl>();
        services.AddSingleton<FieldControl, ChoiceControl>();
        services.AddSingleton<FieldControl, PickerControl>();
        services.AddSingleton<FieldControl, MediaControl>();
        services.AddSingleton<FieldControl, LinksControl>();
        services.AddSingleton<FieldControl, ContributionsControl>();
        services.AddSingleton<FieldControl>(provider => new BlocksControl(new Lazy<FieldControls>(provider.GetRequiredService<FieldControls>)));
        services.AddSingleton<FieldControls>();
    }
}

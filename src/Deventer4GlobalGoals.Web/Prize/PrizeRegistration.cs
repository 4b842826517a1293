using Deventer4GlobalGoals.Web.Accounts;
using Deventer4GlobalGoals.Web.Prize.Audience;
using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Files;
using Deventer4GlobalGoals.Web.Prize.Jury;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;
using Deventer4GlobalGoals.Web.Prize.Result;

namespace Deventer4GlobalGoals.Web.Prize;

/// <summary>The prize's one door. Wants the accounts, the mail and the site.</summary>
public static class PrizeRegistration
{
    public static IServiceCollection AddPrize(this IServiceCollection services) => services
        .AddSingleton<EditionCache>()
        .AddSingleton<OpenEdition>()
        .AddScoped<Editions>()
        .AddScoped<PrizePeople>()
        .AddScoped<EditionDesk>()
        .AddScoped<JuryList>()
        .AddScoped<Screening>()
        .AddScoped<Merging>()
        .AddScoped<AssignmentDesk>()
        .AddScoped<JuryRoom>()
        .AddScoped<Notes>()
        .AddScoped<PersonFile>()
        .AddScoped<ConflictDesk>()
        .AddScoped<DeliberationDesk>()
        .AddScoped<Reminders>()
        .AddScoped<Boards>()
        .AddSingleton<KeptResults>()
        .AddScoped<JuryReports>()
        .AddSingleton<PaperStyles>()
        .AddSingleton<ReportPrints>()
        .AddScoped<ReportPdfs>()
        .AddScoped<Laureates>()
        .AddScoped<Announcement>()
        .AddScoped<PracticeDraft>()
        .AddScoped<Anonymising>()
        .AddSingleton<PrizeClock>()
        .AddHostedService(provider => provider.GetRequiredService<PrizeClock>())
        .AddSingleton<NominationLinks>()
        .AddSingleton<NominationLimits>()
        .AddScoped<NominationMails>()
        .AddScoped<NominationPages>()
        .AddScoped<Attachments>()
        .AddScoped<VoteKeys>()
        .AddSingleton<VoteLinks>()
        .AddSingleton<VoteLimits>()
        .AddScoped<AudienceVote>()
        .AddScoped<AudienceCount>()
        .AddScoped<IPersonRecords, VotePeople>()
        .AddScoped<Nominations>();

    /// <summary>What is answered for an edition whose log isn't what was written. Put it behind the permissions, in front of whatever answers.</summary>
    public static IApplicationBuilder UsePrize(this IApplicationBuilder app) => app.UseMiddleware<UnsoundEditionPage>();
}

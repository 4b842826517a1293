using Deventer4GlobalGoals.Web.Prize.Desk;
using Deventer4GlobalGoals.Web.Prize.Jury;
using Deventer4GlobalGoals.Web.Prize.Nominating;
using Deventer4GlobalGoals.Web.Prize.Records;

namespace Deventer4GlobalGoals.Web.Prize;

/// <summary>The prize's one door. Wants the accounts, the mail and the site.</summary>
public static class PrizeRegistration
{
    public static IServiceCollection AddPrize(this IServiceCollection services) => services
        .AddSingleton<EditionCache>()
        .AddScoped<Editions>()
        .AddScoped<PrizePeople>()
        .AddScoped<EditionDesk>()
        .AddScoped<JuryList>()
        .AddScoped<Screening>()
        .AddScoped<AssignmentDesk>()
        .AddScoped<JuryRoom>()
        .AddSingleton<NominationLinks>()
        .AddSingleton<NominationLimits>()
        .AddSingleton<OrganisationNames>()
        .AddScoped<NominationMails>()
        .AddScoped<Nominations>();
}

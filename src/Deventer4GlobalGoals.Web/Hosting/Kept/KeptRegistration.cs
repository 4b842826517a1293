using Deventer4GlobalGoals.Cms.Kept;
using Deventer4GlobalGoals.Web.Content.Community;

namespace Deventer4GlobalGoals.Web.Hosting.Kept;

/// <summary>Wires the kept answers into the pipeline.</summary>
public static class KeptRegistration
{
    public static IServiceCollection AddKeptAnswers(this IServiceCollection services) => services.AddSingleton<AnswerStore>();

    /// <summary>Put it in front of everything. What is sent from here passes through nothing else: it has its headers with it.</summary>
    public static IApplicationBuilder UseKeptAnswers(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var community = app.ApplicationServices.GetRequiredService<CommunityIndex>();
        app.ApplicationServices.GetRequiredService<ContentChanges>().Ask(() => _ = community.Current);
        return app.UseMiddleware<KeptAnswers>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Users;

public static class UsersRegistration
{
    /// <summary>
    /// Umbraco's users over the site's own directory. Add it after what comes from <c>UmbracoBuilder</c>, because it takes
    /// the place of that user service. An <see cref="IUserDirectory"/> that is registered already stays; without one, the
    /// super user is the only user.
    /// </summary>
    public static IServiceCollection AddSiteUsers(this IServiceCollection services)
    {
        services.TryAddSingleton<IUserDirectory, SystemUserDirectory>();
        services.RemoveAll<IUserService>();
        services.RemoveAll<IUserIdKeyResolver>();
        services.AddSingleton<IUserService, SiteUserService>();
        services.AddSingleton<IUserIdKeyResolver, UserIdKeyResolver>();
        return services;
    }
}

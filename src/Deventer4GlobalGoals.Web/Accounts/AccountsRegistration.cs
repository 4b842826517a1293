using Deventer4GlobalGoals.Cms.Users;
using Deventer4GlobalGoals.Web.Accounts.Permissions;
using Deventer4GlobalGoals.Web.Accounts.Sessions;
using Deventer4GlobalGoals.Web.Accounts.SignIn;
using Deventer4GlobalGoals.Web.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Deventer4GlobalGoals.Web.Accounts;

/// <summary>The accounts' one door. Add it after the CMS: it takes the place of the CMS's directory of users.</summary>
public static class AccountsRegistration
{
    /// <summary>Wrong passwords in a row before an account is locked.</summary>
    private const int MostFailures = 5;

    /// <summary>How long a link in an invitation holds.</summary>
    private static readonly TimeSpan InvitationHolds = TimeSpan.FromDays(7);

    /// <summary>How long a link for a new password holds.</summary>
    private static readonly TimeSpan ResetHolds = TimeSpan.FromHours(2);

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSiteStorage();
        var services = builder.Services;
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        AddIdentity(services);
        AddCookies(services);
        services.AddScoped<Viewer>();
        services.AddScoped<SessionStore>();
        services.AddScoped<AuditLog>();
        services.AddScoped<Administrators>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<SecondStep>();
        services.AddScoped<SecondStepReset>();
        services.AddSingleton<SignInLimits>();
        services.AddScoped<SignInFailures>();
        services.AddSingleton<PasswordRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<PasswordRequests>());
        services.AddSingleton<FirstAdministrator>();
        services.TryAddSingleton<SystemUserDirectory>();
        services.AddSingleton<IUserDirectory, AccountDirectory>();
        services.AddHostedService<Upkeep>();
        return builder;
    }

    /// <summary>Checks who may do what; to be called behind authentication and authorization.</summary>
    public static IApplicationBuilder UsePermissions(this IApplicationBuilder app) => app.UseMiddleware<PermissionCheck>();

    /// <summary>Brings the tables up to date, and sees to it that there is, or can be, a first administrator.</summary>
    public static async Task StartAccountsAsync(this WebApplication app, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        await SiteStorage.MigrateAsync(app.Services, cancellation);
        await app.Services.GetRequiredService<FirstAdministrator>().EnsureAsync(app.Lifetime);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = string.Empty;
                options.Lockout.MaxFailedAccessAttempts = MostFailures;
                options.Lockout.DefaultLockoutTimeSpan = LockedFor;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

                // Length is what counts; rules about kinds of characters make people write passwords down.
                options.Password = new PasswordOptions
                {
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                    RequiredUniqueChars = 4,
                };
                options.Tokens.PasswordResetTokenProvider = TokenOptions.DefaultProvider;
                options.Tokens.ProviderMap[InvitationTokens.Name] = new TokenProviderDescriptor(typeof(InvitationTokens));
            })
            .AddEntityFrameworkStores<SiteDb>()
            .AddSignInManager<DeskSignInManager>()
            .AddDefaultTokenProviders();
        services.AddTransient<InvitationTokens>();
        services.TryAddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityOptions>().Configure<IOptions<UserPasswordConfigurationSettings>>((options, umbraco) => options.Password.RequiredLength = umbraco.Value.RequiredLength);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = ResetHolds);
        services.Configure<InvitationTokenOptions>(options => options.TokenLifespan = InvitationHolds);
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        foreach (var (scheme, name) in new[]
        {
            (IdentityConstants.ApplicationScheme, "d4gg-desk"), (IdentityConstants.TwoFactorUserIdScheme, "d4gg-step"),
            (IdentityConstants.TwoFactorRememberMeScheme, "d4gg-device"), (IdentityConstants.ExternalScheme, "d4gg-external"),
        })
        {
            services.Configure<CookieAuthenticationOptions>(scheme, options =>
            {
                options.Cookie.Name = name;
                options.Cookie.Path = "/";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.CookieManager = new HostCookies();
                options.LoginPath = "/umbraco/sign-in";
                options.ReturnUrlParameter = "returnUrl";
            });
        }

        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            options.ExpireTimeSpan = SessionTimes.Idle;
            options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "d4gg-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-Form-Token";

            // The site's own headers refuse frames already.
            options.SuppressXFrameOptionsHeader = true;
        });
    }
}

/// <summary>Tokens in invitations hold longer than those for a new password.</summary>
internal sealed class InvitationTokenOptions : DataProtectionTokenProviderOptions;

internal sealed class InvitationTokens(
    Microsoft.AspNetCore.DataProtection.IDataProtectionProvider protection,
    IOptions<InvitationTokenOptions> options,
    ILogger<DataProtectorTokenProvider<Account>> logger) : DataProtectorTokenProvider<Account>(protection, options, logger)
{
    public new const string Name = "Invitation";
}

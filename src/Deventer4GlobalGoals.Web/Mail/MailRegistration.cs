namespace Deventer4GlobalGoals.Web.Mail;

/// <summary>The mail's one door. Wants the site's storage.</summary>
public static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddScoped<Outbox>()
        .AddSingleton<MailSignal>()
        .AddSingleton<IMailTransport, SmtpTransport>()
        .AddSingleton<MailSender>()
        .AddHostedService(provider => provider.GetRequiredService<MailSender>());
}

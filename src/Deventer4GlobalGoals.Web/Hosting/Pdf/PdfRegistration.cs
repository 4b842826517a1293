namespace Deventer4GlobalGoals.Web.Hosting.Pdf;

/// <summary>Printing's one door.</summary>
public static class PdfRegistration
{
    public static IServiceCollection AddPdf(this IServiceCollection services)
    {
        services.AddOptions<PdfOptions>().BindConfiguration(PdfOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<PdfPrinter>();
    }
}

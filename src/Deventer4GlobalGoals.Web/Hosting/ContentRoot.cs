namespace Deventer4GlobalGoals.Web.Hosting;

/// <summary>Where <c>wwwroot</c> and <c>uSync</c> lie: at the top of a checkout, and beside the assembly in a published folder.</summary>
public static class ContentRoot
{
    /// <summary>Options that set content root and web root for running, publishing and testing alike.</summary>
    /// <param name="args">The command line without the tool's verb.</param>
    public static WebApplicationOptions Options(string[] args)
    {
        var root = Find();
        return new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(ContentRoot).Assembly.GetName().Name,
            ContentRootPath = root,
            WebRootPath = Path.Combine(root, "wwwroot"),
        };
    }

    /// <summary>The nearest folder, from the assembly upwards, that holds both; <c>ASPNETCORE_CONTENTROOT</c> overrides.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is { Length: > 0 } configured)
        {
            return Path.GetFullPath(configured);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "uSync", "v17")) && Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder with uSync/v17 and wwwroot was found from the assembly upwards. Set ASPNETCORE_CONTENTROOT to it.");
    }

    /// <summary>Puts the settings that ship with the application below all others: environment and command line override them.</summary>
    public static WebApplicationBuilder AddShippedSettings(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var shipped = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json").Build();
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new ChainedConfigurationSource { Configuration = shipped });
        return builder;
    }
}

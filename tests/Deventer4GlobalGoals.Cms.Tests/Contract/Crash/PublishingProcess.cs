using System.Globalization;
using System.Runtime.Loader;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Crash;

/// <summary>
/// The process that the crash test kills: this test project, run as a program. It publishes new documents and one document again
/// and again, and says so on standard output only after Umbraco answered.
/// </summary>
internal static class PublishingProcess
{
    /// <summary>How many publications a run makes when nobody kills it.</summary>
    public const int Publications = 50;

    /// <summary>The document that every second publication is a new version of.</summary>
    public const string Repeated = "Steeds weer";

    /// <param name="args">Connection string, provider, content root, and the run's number, which is in every title.</param>
    public static async Task<int> Main(string[] args)
    {
        if (args is not [var connection, var provider, var folder, var run])
        {
            await Console.Error.WriteLineAsync("This is a test project: run it with dotnet test.");
            return 1;
        }

        // Umbraco's scanning loads every assembly in the folder, also those of the test runner that this program wasn't built against.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(AppContext.BaseDirectory, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        await using var host = await CmsHost.StartAsync(new CmsDatabase(connection, provider), folder);
        var contents = host.Get<IContentService>();
        var repeated = contents.GetRootContent().Single(page => page.Name == Repeated);
        for (var number = 0; number < Publications; number++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"{run}-{number}");
            var page = number % 2 == 0 ? contents.Create(title, Constants.System.Root, "page") : contents.GetById(repeated.Key)!;
            page.SetValue("title", title);
            if (!contents.Save(page).Success || !contents.Publish(page, ["*"]).Success)
            {
                await Console.Error.WriteLineAsync($"{title} could not be published.");
                return 1;
            }

            Console.Out.WriteLine($"{page.Key} {number}");
            Console.Out.Flush();
        }

        return 0;
    }
}

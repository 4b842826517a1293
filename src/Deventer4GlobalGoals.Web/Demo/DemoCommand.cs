namespace Deventer4GlobalGoals.Web.Demo;

internal static class DemoCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken cancellation) =>
        Task.FromResult(2);
}

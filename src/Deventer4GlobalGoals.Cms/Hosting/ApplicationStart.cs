using Microsoft.Extensions.Hosting;

namespace Deventer4GlobalGoals.Cms.Hosting;

/// <summary>For what is done in the background and may wait until the site answers.</summary>
public static class ApplicationStart
{
    /// <summary>Ends when the application has started.</summary>
    /// <exception cref="OperationCanceledException">It stops before that.</exception>
    public static async Task UntilStartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(lifetime);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var atStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

/// <summary>
/// Counts the commands that Entity Framework sends in one flow of calls. It listens from before the first host starts: Entity
/// Framework doesn't look for a second whether there is a listener, once there was none.
/// </summary>
internal sealed class SqlWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string CommandExecuting = "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuting";

    private static readonly AsyncLocal<StrongBox<int>?> Counter = new();
    private static readonly Lazy<IDisposable> Subscription = new(() => DiagnosticListener.AllListeners.Subscribe(new SqlWatch()));

    private SqlWatch()
    {
    }

    public static void Listen() => _ = Subscription.Value;

    public static int Count(Action work)
    {
        var counter = new StrongBox<int>();
        Counter.Value = counter;
        try
        {
            work();
        }
        finally
        {
            Counter.Value = null;
        }

        return counter.Value;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this, name => name == CommandExecuting);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == CommandExecuting && Counter.Value is { } counter)
        {
            Interlocked.Increment(ref counter.Value);
        }
    }

    public void OnCompleted()
    {
        // A listener that ends has nothing more to tell.
    }

    public void OnError(Exception error) => throw error;
}

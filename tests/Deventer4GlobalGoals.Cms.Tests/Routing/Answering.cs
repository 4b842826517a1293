using System.Reflection;

namespace Deventer4GlobalGoals.Cms.Tests.Routing;

/// <summary>
/// A contract of which a test needs one member. Any other call fails, naming the member, so that a test can't lean on
/// an answer that nobody gave.
/// </summary>
public class Answering<T> : DispatchProxy
    where T : class
{
    private Dictionary<string, Func<object?[], object?>> _answers = [];

    public static T With(params (string Member, Func<object?[], object?> Answer)[] answers)
    {
        var proxy = Create<T, Answering<T>>();
        ((Answering<T>)(object)proxy)._answers = answers.ToDictionary(answer => answer.Member, answer => answer.Answer);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _answers.TryGetValue(targetMethod!.Name, out var answer)
            ? answer(args ?? [])
            : throw new InvalidOperationException($"{typeof(T).Name}.{targetMethod.Name} was called, and this test gives it no answer.");
}

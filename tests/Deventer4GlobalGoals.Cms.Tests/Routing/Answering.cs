using System.Reflection;

namespace Deventer4GlobalGoals.Cms.Tests.Routing;

/// <summary>
/// A contract of which a test needs one member. Any other call fails, naming the member, so that a test can't lean on
/// an answer that nobody gave.
/// </summary>
internal static class Answering
{
    public static T With<T>(params (string Member, Func<object?[], object?> Answer)[] answers)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, AnsweringProxy>();
        ((AnsweringProxy)(object)proxy).Answers = answers.ToDictionary(answer => answer.Member, answer => answer.Answer);
        return proxy;
    }
}

public class AnsweringProxy : DispatchProxy
{
    internal Dictionary<string, Func<object?[], object?>> Answers { get; set; } = [];

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Answers.TryGetValue(targetMethod!.Name, out var answer)
            ? answer(args ?? [])
            : throw new InvalidOperationException($"{targetMethod.DeclaringType?.Name}.{targetMethod.Name} was called, and this test gives it no answer.");
}

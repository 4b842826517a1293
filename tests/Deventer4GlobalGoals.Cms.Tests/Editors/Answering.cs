using System.Reflection;

namespace Deventer4GlobalGoals.Cms.Tests.Editors;

/// <summary>
/// An Umbraco service of which a test needs one or two methods: calls go to the method of that name and number of
/// arguments on <see cref="Answers"/>, and a call that nobody foresaw fails the test.
/// </summary>
public class Answering : DispatchProxy
{
    private object Answers { get; set; } = new();

    public static T With<T>(object answers)
        where T : class
    {
        var proxy = Create<T, Answering>();
        ((Answering)(object)proxy).Answers = answers;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var types = targetMethod!.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var answer = Answers.GetType().GetMethod(targetMethod.Name, types)
            ?? throw new NotSupportedException($"{targetMethod.DeclaringType!.Name}.{targetMethod} was not expected.");
        return answer.Invoke(Answers, args);
    }
}

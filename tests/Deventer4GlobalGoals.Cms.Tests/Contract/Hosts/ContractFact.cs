using Xunit.Abstractions;
using Xunit.Sdk;

namespace Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

/// <summary>A fact that is skipped, saying why, in classes that want a PostgreSQL where there is none.</summary>
[XunitTestCaseDiscoverer("Deventer4GlobalGoals.Cms.Tests.Contract.Hosts.ContractFactDiscoverer", "Deventer4GlobalGoals.Cms.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

public sealed class ContractFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new ContractTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

public sealed class ContractTestCase : XunitTestCase
{
    [Obsolete("Called by the deserializer only.")]
    public ContractTestCase()
    {
    }

    public ContractTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute)
    {
        var wanted = TestMethod.TestClass.Class.Interfaces.Any(contract =>
            contract.GetGenericArguments().Any(fixture => fixture.Name == typeof(PostgresCms).FullName));
        return wanted && PostgresCluster.Missing is { } reason ? reason : base.GetSkipReason(factAttribute);
    }
}

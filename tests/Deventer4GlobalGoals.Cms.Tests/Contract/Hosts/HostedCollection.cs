namespace Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;

/// <summary>
/// Tests that host the whole CMS run one class after the other: Umbraco.Core keeps the container of the last host that started
/// in a static field.
/// </summary>
[CollectionDefinition(Name)]
public sealed class HostedCollection
{
    public const string Name = "StaticServiceProvider";
}

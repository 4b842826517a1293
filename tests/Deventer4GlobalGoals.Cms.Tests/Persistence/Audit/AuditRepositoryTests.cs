using Deventer4GlobalGoals.Cms.Persistence.Audit;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Audit;

public sealed class AuditRepositoryTests : IDisposable
{
    private const int Page = 7;
    private readonly RepositoryWorld _world = new();
    private readonly AuditRepository _audit;

    public AuditRepositoryTests() => _audit = new AuditRepository(_world.Scopes, _world.Clock);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void The_trail_of_an_entity_is_paged_newest_first()
    {
        Log(AuditType.New, 1);
        Log(AuditType.Save, 2);
        Log(AuditType.Publish, 3);

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);
        var page = _audit.GetPagedResultsByQuery(OfPage(), 0, 2, out var total, Direction.Descending, null, null).ToArray();

        Assert.Equal(3, total);
        Assert.Equal([AuditType.Publish, AuditType.Save], page.Select(item => item.AuditType));
        Assert.All(page, item => Assert.Equal(Page, item.Id));
    }

    [Fact]
    public void The_trail_is_filtered_by_kind()
    {
        Log(AuditType.New, 1);
        Log(AuditType.Save, 2);

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);
        var page = _audit.GetPagedResultsByQuery(OfPage(), 0, 10, out var total, Direction.Ascending, [AuditType.New], null);

        Assert.Equal(1, total);
        Assert.Equal(AuditType.New, Assert.Single(page).AuditType);
    }

    [Fact]
    public void The_trail_is_filtered_from_a_moment_with_an_offset()
    {
        Log(AuditType.New, 1);
        Log(AuditType.Save, 3);
        DateTimeOffset? since = _world.Clock.Now.AddMinutes(-1).ToOffset(TimeSpan.FromHours(2));
        const AuditType Kind = AuditType.Save;

        using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);
        var filter = _world.Scopes.CreateQuery<IAuditItem>().Where(item => item.CreateDate >= since && item.AuditType == Kind);
        var page = _audit.GetPagedResultsByQuery(OfPage(), 0, 10, out _, Direction.Ascending, null, filter);

        Assert.Equal(AuditType.Save, Assert.Single(page).AuditType);
    }

    [Fact]
    public void Old_items_are_cleaned_away()
    {
        Log(AuditType.New, 1);
        Log(AuditType.Save, 30);

        _world.Do(() => _audit.CleanLogs(maximumAgeOfLogsInMinutes: 10));

        Assert.Equal(AuditType.Save, Assert.Single(_world.Ask(() => _audit.GetMany(Page).ToArray())).AuditType);
    }

    private void Log(AuditType type, int minutesLater)
    {
        _world.Clock.Now = _world.Clock.Now.AddMinutes(minutesLater);
        _world.Do(() => _audit.Save(new AuditItem(Page, type, -1, "Document", "comment")));
    }

    private IQuery<IAuditItem> OfPage() => _world.Scopes.CreateQuery<IAuditItem>().Where(item => item.Id == Page);
}

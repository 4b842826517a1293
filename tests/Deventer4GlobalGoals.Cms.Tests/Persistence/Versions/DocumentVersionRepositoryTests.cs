using Deventer4GlobalGoals.Cms.Persistence.Contents;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Persistence.Versions;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Versions;

public sealed class DocumentVersionRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly DocumentVersionRepository _versions;
    private readonly NodeRow _page;

    public DocumentVersionRepositoryTests()
    {
        _versions = new DocumentVersionRepository(_world.Scopes, _world.Types, _world.Languages);
        _page = _world.Document(_world.Type("page", "text"), "Pagina");
    }

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Clean_up_may_take_old_history_but_never_what_is_current_published_or_pinned()
    {
        var old = _world.Version(_page, Day(1));
        var older = _world.Version(_page, Day(2));
        var pinned = _world.Version(_page, Day(3));
        _world.Version(_page, Day(4), published: true);
        _world.Version(_page, Day(20));
        _world.Version(_page, Day(5), current: true);
        _world.Do(() => _versions.SetPreventCleanup(pinned, preventCleanup: true));

        var eligible = _world.Ask(() => _versions.GetDocumentVersionsEligibleForCleanup(Day(10), null));
        var first = _world.Ask(() => _versions.GetDocumentVersionsEligibleForCleanup(Day(10), 1));

        Assert.Equal([old, older], eligible.Select(version => version.VersionId));
        Assert.Equal([old], first.Select(version => version.VersionId));
        Assert.True(_world.Ask(() => _versions.Get(pinned))!.PreventCleanup);
    }

    [Fact]
    public void Deleting_versions_leaves_the_current_and_the_published_one()
    {
        var history = _world.Version(_page, Day(1));
        var published = _world.Version(_page, Day(2), published: true);
        var current = _world.Version(_page, Day(3), current: true);

        _world.Do(() => _versions.DeleteVersions([history, published, current]));

        Assert.Null(_world.Ask(() => _versions.Get(history)));
        Assert.True(_world.Ask(() => _versions.Get(published))!.CurrentPublishedVersion);
        Assert.True(_world.Ask(() => _versions.Get(current))!.CurrentDraftVersion);
    }

    [Fact]
    public void History_is_paged_with_the_current_version_first_and_can_be_of_one_language()
    {
        var dutch = _world.Language("nl", "Nederlands");
        var english = _world.Language("en-US", "English");
        var one = _world.Version(_page, Day(1), data: Named("nl"));
        var two = _world.Version(_page, Day(2), data: Named("nl", "en-US"));
        var current = _world.Version(_page, Day(1), current: true, data: Named("nl"));

        int[] Page(int? language, out long total)
        {
            using var scope = _world.Scopes.CreateCoreScope(autoComplete: true);
            return [.. _versions.GetPagedItemsByContentId(_page.Id, 0, 2, out total, language).Select(version => version.VersionId)];
        }

        Assert.Equal([current, two], Page(null, out var all));
        Assert.Equal(3, all);
        Assert.Equal([two], Page(english.Id, out _));
        Assert.Equal([current, two], Page(dutch.Id, out _));
        Assert.NotEqual(one, current);
    }

    private static DateTime Day(int day) => new(2026, 11, day, 0, 0, 0, DateTimeKind.Utc);

    private static VersionData Named(params string[] cultures) =>
        new([.. cultures.Select(culture => new CultureName(culture, "Naam", Day(1)))], []);
}

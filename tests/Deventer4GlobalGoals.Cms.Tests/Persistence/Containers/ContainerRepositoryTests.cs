using Deventer4GlobalGoals.Cms.Persistence.Containers;
using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Deventer4GlobalGoals.Cms.Tests.Persistence.Containers;

public sealed class ContainerRepositoryTests : IDisposable
{
    private readonly RepositoryWorld _world = new();
    private readonly DocumentTypeContainerRepository _folders;

    public ContainerRepositoryTests() => _folders = new DocumentTypeContainerRepository(_world.Scopes);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_folder_is_found_by_id_key_and_name()
    {
        var outer = Save("Pagina's");
        var inner = Save("Lijsten", outer);

        Assert.Equal("Lijsten", _world.Ask(() => _folders.Get(inner.Id))!.Name);
        Assert.Equal(inner.Id, _world.Ask(() => _folders.Get(inner.Key))!.Id);
        Assert.Equal(inner.Id, Assert.Single(_world.Ask(() => _folders.Get("lijsten", 2).ToArray())).Id);
        Assert.Empty(_world.Ask(() => _folders.Get("lijsten", 1).ToArray()));
        Assert.True(_world.Ask(() => _folders.HasDuplicateName(outer.Key, "LIJSTEN")));
        Assert.False(_world.Ask(() => _folders.HasDuplicateName(Guid.Empty, "Lijsten")));
        Assert.Empty(_world.Ask(() => new DataTypeContainerRepository(_world.Scopes).GetMany().ToArray()));
    }

    [Fact]
    public void Two_folders_of_one_name_cant_be_side_by_side()
    {
        Save("Lijsten");

        var error = Assert.Throws<InvalidOperationException>(() => Save("lijsten"));
        Assert.Contains("\"lijsten\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_in_a_deleted_folder_moves_up()
    {
        var outer = Save("Buiten");
        var middle = Save("Midden", outer);
        var inner = Save("Binnen", middle);

        _world.Do(() => _folders.Delete(middle));

        var node = _world.Ask(() => _world.Scopes.Db.Set<NodeRow>().AsNoTracking().Single(row => row.Id == inner.Id));
        Assert.Equal((outer.Id, 2, $"-1,{outer.Id},{inner.Id}"), (node.ParentId, node.Level, node.Path));
        Assert.False(_world.Ask(() => _folders.Exists(middle.Id)));
    }

    private EntityContainer Save(string name, EntityContainer? parent = null)
    {
        var folder = new EntityContainer(Constants.ObjectTypes.DocumentType) { Name = name, ParentId = parent?.Id ?? Constants.System.Root };
        _world.Do(() => _folders.Save(folder));
        return folder;
    }
}

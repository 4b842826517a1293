using Deventer4GlobalGoals.Cms.Persistence.Nodes;
using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace Deventer4GlobalGoals.Cms.Tests.Contract;

/// <summary>The place of documents among each other.</summary>
public abstract class TreeContract(CmsFixture cms)
{
    [ContractFact]
    public void A_branch_is_moved_with_all_that_is_below()
    {
        var from = cms.PublishedPage("Van");
        var to = cms.PublishedPage("Naar");
        var branch = cms.PublishedPage("Tak", from);
        var leaf = cms.PublishedPage("Blad", branch);

        Assert.True(cms.Contents.Move(branch, to.Id).Success);
        Assert.Equal(($"-1,{to.Id},{branch.Id},{leaf.Id}", 3), (cms.Fresh(leaf).Path, cms.Fresh(leaf).Level));
        Assert.Equal([branch.Id, leaf.Id], cms.Contents.GetPagedDescendants(to.Id, 0, 10, out _).Select(page => page.Id));
        Assert.Equal(0, cms.Contents.CountDescendants(from.Id));
        Assert.True(cms.Get<IDocumentNavigationQueryService>().TryGetParentKey(branch.Key, out var parent));
        Assert.Equal(to.Key, parent);
    }

    /// <summary>Issue 2: a copy wasn't related to its original, because nobody had registered Umbraco's handler for that.</summary>
    [ContractFact]
    public void A_copy_has_its_own_keys_the_same_values_and_all_that_is_below_when_asked()
    {
        var original = cms.PublishedPage("Origineel");
        cms.PublishedPage("Kind", original);

        var copy = cms.Contents.Copy(original, Constants.System.Root, relateToOriginal: true, recursive: true)!;
        copy = cms.Fresh(copy);
        Assert.NotEqual(original.Key, copy.Key);
        Assert.Equal(("Origineel (1)", "Origineel", false), (copy.Name, copy.GetValue("title"), copy.Published));
        var child = Assert.Single(cms.Children(copy));
        Assert.Equal(("Kind", $"-1,{copy.Id},{child.Id}"), (child.Name, child.Path));
        Assert.True(cms.Get<IRelationService>().AreRelated(original.Id, copy.Id));

        var bare = cms.Contents.Copy(original, Constants.System.Root, relateToOriginal: false, recursive: false)!;
        Assert.Equal(("Origineel (2)", 0), (bare.Name, cms.Contents.CountChildren(bare.Id)));
    }

    [ContractFact]
    public void Siblings_stand_in_the_order_that_was_asked()
    {
        var parent = cms.Page("Rij");
        var pages = new[] { "A", "B", "C" }.Select(name => cms.Page(name, parent)).ToArray();
        Assert.Equal([0, 1, 2], pages.Select(page => page.SortOrder));

        Assert.True(cms.Contents.Sort([pages[2].Id, pages[0].Id, pages[1].Id]).Success);
        Assert.Equal(["C", "A", "B"], cms.Children(parent).Select(page => page.Name));

        var last = cms.Page("D", parent);
        Assert.Equal(3, last.SortOrder);
    }

    [ContractFact]
    public void Siblings_have_different_names_whatever_their_case()
    {
        var parent = cms.Page("Namen");
        cms.Page("Agenda", parent);
        Assert.Equal(["AGENDA (1)", "Agenda (2)"], new[] { "AGENDA", "Agenda" }.Select(name => cms.Page(name, parent).Name));
        Assert.Equal("Agenda", cms.Page("Agenda", cms.Page("Elders")).Name);
    }

    [ContractFact]
    public void The_recycle_bin_takes_a_branch_and_gives_it_back()
    {
        var parent = cms.PublishedPage("Houder");
        var page = cms.PublishedPage("Weg", parent);
        var below = cms.PublishedPage("Eronder", page);

        Assert.True(cms.Contents.MoveToRecycleBin(page).Success);
        Assert.Equal((true, $"-1,-20,{page.Id}", -20), (cms.Fresh(page).Trashed, cms.Fresh(page).Path, cms.Fresh(page).ParentId));
        Assert.Equal((true, $"-1,-20,{page.Id},{below.Id}"), (cms.Fresh(below).Trashed, cms.Fresh(below).Path));
        Assert.Null(cms.Visible(below));
        Assert.Contains(page.Id, cms.Contents.GetPagedContentInRecycleBin(0, 100, out _).Select(item => item.Id));

        Assert.True(cms.Contents.Move(cms.Fresh(page), parent.Id).Success);
        Assert.Equal((false, $"-1,{parent.Id},{page.Id},{below.Id}"), (cms.Fresh(below).Trashed, cms.Fresh(below).Path));
        cms.Publish(cms.Fresh(page));
        Assert.Equal("Weg", cms.Visible(page)?.Name);
    }

    [ContractFact]
    public async Task Restoring_puts_a_document_back_under_its_former_parent()
    {
        var parent = cms.Page("Thuis");
        var page = cms.Page("Verdwaald", parent);
        var editing = cms.Get<IContentEditingService>();
        Assert.True((await editing.MoveToRecycleBinAsync(page.Key, CmsFixture.SuperUser)).Success);

        var restored = await editing.RestoreAsync(page.Key, parent.Key, CmsFixture.SuperUser, includeDescendants: true);
        Assert.True(restored.Success, restored.Status.ToString());
        Assert.Equal((parent.Id, false), (cms.Fresh(page).ParentId, cms.Fresh(page).Trashed));
    }

    [ContractFact]
    public async Task Emptying_the_recycle_bin_leaves_no_row()
    {
        var page = cms.PublishedPage("Afval");
        var below = cms.PublishedPage("Afval eronder", page);
        cms.Contents.MoveToRecycleBin(page);

        var emptied = await cms.Contents.EmptyRecycleBinAsync(CmsFixture.SuperUser);
        Assert.True(emptied.Success, emptied.Result.ToString());
        Assert.False(cms.Contents.RecycleBinSmells());
        Assert.Equal(0, cms.Rows(db => db.Set<NodeRow>().Count(node => node.Id == page.Id || node.Id == below.Id)));
        Assert.Equal(0, cms.Rows(db => db.Set<Cms.Persistence.Contents.ContentVersionRow>().Count(row => row.ContentId == page.Id || row.ContentId == below.Id)));
    }

    [ContractFact]
    public void Deleting_a_document_deletes_all_that_is_below()
    {
        var page = cms.PublishedPage("Geheel");
        var below = cms.PublishedPage("Deel", page);
        Assert.True(cms.Contents.Delete(page).Success);
        Assert.Equal((null, null), (cms.Contents.GetById(page.Key), cms.Contents.GetById(below.Key)));
        Assert.Null(cms.Visible(below));
    }
}

[Collection(HostedCollection.Name)]
public sealed class TreeOnSqlite(SqliteCms cms) : TreeContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class TreeOnPostgres(PostgresCms cms) : TreeContract(cms), IClassFixture<PostgresCms>;

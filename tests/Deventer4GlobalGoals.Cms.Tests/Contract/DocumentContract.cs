using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.ContentPublishing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Deventer4GlobalGoals.Cms.Tests.Contract;

/// <summary>Writing, publishing and unpublishing one document.</summary>
public abstract class DocumentContract(CmsFixture cms)
{
    [ContractFact]
    public void A_saved_document_comes_back_as_it_was()
    {
        var parent = cms.Page("Doos");
        var page = cms.Page("Inhoud", parent);

        var read = cms.Fresh(page);
        Assert.Equal(
            (page.Id, "Inhoud", parent.Id, 2, $"-1,{parent.Id},{page.Id}", "Inhoud", false, true),
            (read.Id, read.Name, read.ParentId, read.Level, read.Path, read.GetValue<string>("title"), read.Published, read.Edited));
        Assert.Null(cms.Visible(page));
    }

    [ContractFact]
    public void Publishing_shows_the_document_and_unpublishing_hides_it()
    {
        var page = cms.PublishedPage("Zichtbaar");
        Assert.Equal((true, false), (page.Published, page.Edited));
        Assert.Equal("Zichtbaar", cms.Visible(page)?.Name);

        Assert.Equal(PublishResultType.SuccessUnpublish, cms.Contents.Unpublish(page).Result);
        page = cms.Fresh(page);
        Assert.Equal((false, true, 0), (page.Published, page.Edited, page.PublishedVersionId));
        Assert.Null(cms.Visible(page));
    }

    [ContractFact]
    public void A_draft_leaves_what_is_published_alone()
    {
        var page = cms.PublishedPage("Oud");
        page.Name = "Nieuw";
        page.SetValue("title", "Nieuwe titel");
        cms.Contents.Save(page);

        page = cms.Fresh(page);
        Assert.Equal(("Nieuw", "Oud", true, true), (page.Name, page.PublishName, page.Published, page.Edited));
        Assert.Equal(("Nieuwe titel", "Oud"), (page.GetValue<string>("title"), page.GetValue<string>("title", published: true)));
        Assert.Equal(("Oud", "Nieuw"), (cms.Visible(page)!.Name, cms.Published.GetById(preview: true, page.Key)!.Name));
    }

    [ContractFact]
    public void A_branch_is_published_with_what_never_was_only_when_asked()
    {
        var top = cms.PublishedPage("Stam");
        var below = cms.PublishedPage("Tak", top);
        var never = cms.Page("Twijg", below);
        below.SetValue("title", "Tak, anders");
        cms.Contents.Save(below);

        _ = cms.Contents.PublishBranch(cms.Fresh(top), PublishBranchFilter.Default, ["*"]).ToList();
        Assert.Equal((false, false), (cms.Fresh(below).Edited, cms.Fresh(never).Published));

        var results = cms.Contents.PublishBranch(cms.Fresh(top), PublishBranchFilter.IncludeUnpublished, ["*"]).ToList();
        Assert.All(results, result => Assert.True(result.Success, result.Result.ToString()));
        Assert.Equal("Twijg", cms.Visible(never)?.Name);
    }

    [ContractFact]
    public void A_child_of_an_unpublished_page_is_not_published()
    {
        var child = cms.Page("Kind", cms.Page("Ouder"));
        Assert.Equal(PublishResultType.FailedPublishPathNotPublished, cms.Contents.Publish(child, ["*"]).Result);
    }

    [ContractFact]
    public void A_mandatory_property_that_is_empty_and_one_off_its_pattern_stop_publishing_and_are_named()
    {
        var page = cms.Contents.Create("Streng", Constants.System.Root, "strict");
        page.SetValue("code", "abc");
        Assert.True(cms.Contents.Save(page).Success);

        var result = cms.Contents.Publish(page, ["*"]);
        Assert.Equal(PublishResultType.FailedPublishContentInvalid, result.Result);
        Assert.Equal(["code", "title"], result.InvalidProperties!.Select(property => property.Alias).Order());
        Assert.False(cms.Fresh(page).Published);

        page.SetValue("title", "Gevuld");
        page.SetValue("code", "ABC");
        cms.Contents.Save(page);
        Assert.True(cms.Contents.Publish(page, ["*"]).Success);
    }

    [ContractFact]
    public void A_handler_that_cancels_saving_leaves_nothing()
    {
        var page = cms.Contents.Create("CANCEL SAVE", Constants.System.Root, "page");
        Assert.Equal(OperationResultType.FailedCancelledByEvent, cms.Contents.Save(page).Result);
        Assert.Equal((0, false), (page.Id, cms.Rows(db => db.Set<Cms.Persistence.Nodes.NodeRow>().Any(node => node.Name == "CANCEL SAVE"))));
    }

    [ContractFact]
    public void A_handler_that_cancels_publishing_leaves_the_draft()
    {
        var page = cms.Page("CANCEL PUBLISH");
        Assert.Equal(PublishResultType.FailedPublishCancelledByEvent, cms.Contents.Publish(page, ["*"]).Result);
        page = cms.Fresh(page);
        Assert.Equal((false, 0), (page.Published, page.PublishedVersionId));
    }

    [ContractFact]
    public async Task The_editing_services_go_the_same_way()
    {
        var editing = cms.Get<IContentEditingService>();
        var created = await editing.CreateAsync(
            new ContentCreateModel
            {
                ContentTypeKey = cms.Types.Get("page")!.Key,
                Variants = [new VariantModel { Name = "Fietspaden" }],
                Properties = [new PropertyValueModel { Alias = "title", Value = "Fietspaden" }],
            },
            CmsFixture.SuperUser);
        Assert.Equal(ContentEditingOperationStatus.Success, created.Status);
        var key = created.Result.Content!.Key;

        var publishing = cms.Get<IContentPublishingService>();
        var published = await publishing.PublishAsync(key, [new CulturePublishScheduleModel { Culture = "*" }], CmsFixture.SuperUser);
        Assert.Equal(ContentPublishingOperationStatus.Success, published.Status);

        var updated = await editing.UpdateAsync(
            key,
            new ContentUpdateModel
            {
                Variants = [new VariantModel { Name = "Fietsstraten" }],
                Properties = [new PropertyValueModel { Alias = "title", Value = "Fietsstraten" }],
            },
            CmsFixture.SuperUser);
        Assert.Equal(ContentEditingOperationStatus.Success, updated.Status);
        Assert.Equal(("Fietspaden", "Fietsstraten"), (cms.Published.GetById(false, key)!.Name, cms.Published.GetById(true, key)!.Name));

        Assert.Equal(ContentPublishingOperationStatus.Success, (await publishing.UnpublishAsync(key, null, CmsFixture.SuperUser)).Result);
        Assert.Equal(ContentEditingOperationStatus.Success, (await editing.MoveToRecycleBinAsync(key, CmsFixture.SuperUser)).Status);
        Assert.Equal(ContentEditingOperationStatus.Success, (await editing.DeleteFromRecycleBinAsync(key, CmsFixture.SuperUser)).Status);
        Assert.Null(cms.Contents.GetById(key));
    }

    [ContractFact]
    public async Task What_was_done_to_a_document_is_in_its_audit_trail()
    {
        var page = cms.PublishedPage("Spoor");
        cms.Contents.Unpublish(page);
        cms.Contents.MoveToRecycleBin(cms.Fresh(page));

        var trail = await cms.Get<IAuditService>().GetItemsByKeyAsync(page.Key, UmbracoObjectTypes.Document, 0, 10);
        AuditType[] expected = [AuditType.Move, AuditType.Publish, AuditType.Save, AuditType.Unpublish];
        Assert.Empty(expected.Except(trail.Items.Select(item => item.AuditType)));
        Assert.All(trail.Items, item => Assert.Equal(page.Id, item.Id));
    }
}

[Collection(HostedCollection.Name)]
public sealed class DocumentsOnSqlite(SqliteCms cms) : DocumentContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class DocumentsOnPostgres(PostgresCms cms) : DocumentContract(cms), IClassFixture<PostgresCms>;

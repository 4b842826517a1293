using Deventer4GlobalGoals.Cms.Tests.Contract.Hosts;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Deventer4GlobalGoals.Cms.Tests.Contract;

/// <summary>Documents with a language of their own per culture.</summary>
public abstract class VariantContract(CmsFixture cms)
{
    [ContractFact]
    public void One_culture_is_published_edited_and_unpublished_without_the_other()
    {
        var article = cms.Article("Koffie", "nl", "en-US");
        cms.Publish(article, "nl");
        article = cms.Fresh(article);
        Assert.Equal(["nl"], article.PublishedCultures);
        Assert.Equal(["en-US", "nl"], article.AvailableCultures.Order());
        Assert.Equal(["en-US"], article.EditedCultures);

        cms.Publish(article, "en-US");
        article = cms.Fresh(article);
        Assert.Equal(["en-US", "nl"], article.PublishedCultures.Order());
        Assert.Empty(article.EditedCultures!);

        article.SetValue("title", "Koffie, anders", "nl");
        cms.Contents.Save(article);
        article = cms.Fresh(article);
        Assert.Equal(["nl"], article.EditedCultures);
        Assert.Equal(("Koffie nl", "Koffie, anders"), (article.GetValue<string>("title", "nl", published: true), article.GetValue<string>("title", "nl")));

        Assert.Equal(PublishResultType.SuccessUnpublishCulture, cms.Contents.Unpublish(article, "nl").Result);
        article = cms.Fresh(article);
        Assert.Equal((true, "en-US"), (article.Published, Assert.Single(article.PublishedCultures)));
        Assert.Equal(["en-US"], cms.Visible(article)!.Cultures.Keys);
    }

    [ContractFact]
    public void Unpublishing_the_last_culture_unpublishes_the_document()
    {
        var article = cms.Article("Thee", "en-US");
        cms.Publish(article, "en-US");
        Assert.True(cms.Contents.Unpublish(cms.Fresh(article), "en-US").Success);
        article = cms.Fresh(article);
        Assert.Equal((false, 0), (article.Published, article.PublishedCultures.Count()));
        Assert.Null(cms.Visible(article));
    }

    [ContractFact]
    public void Publishing_one_culture_leaves_the_draft_of_the_other_unpublished()
    {
        var article = cms.Article("Melk", "nl", "en-US");
        cms.Publish(article);
        article = cms.Fresh(article);
        article.SetValue("title", "Melk, nieuw", "nl");
        article.SetValue("title", "Milk, new", "en-US");
        cms.Contents.Save(article);
        cms.Publish(article, "en-US");

        article = cms.Fresh(article);
        Assert.Equal(("Melk nl", "Milk, new"), (article.GetValue<string>("title", "nl", published: true), article.GetValue<string>("title", "en-US", published: true)));
        Assert.Equal(["nl"], article.EditedCultures);
    }

    [ContractFact]
    public void Names_of_siblings_differ_in_each_culture_apart()
    {
        var first = cms.Article("Agenda", "nl", "en-US");
        var second = cms.Contents.Create("Agenda", Constants.System.Root, "article");
        second.SetCultureName("AGENDA nl", "nl");
        second.SetCultureName("Calendar", "en-US");
        cms.Contents.Save(second);

        second = cms.Fresh(second);
        Assert.Equal("Agenda nl", first.GetCultureName("nl"));
        Assert.Equal(("AGENDA nl (1)", "Calendar"), (second.GetCultureName("nl"), second.GetCultureName("en-US")));
    }

    [ContractFact]
    public void A_culture_is_published_and_unpublished_on_schedule()
    {
        var now = DateTime.SpecifyKind(new DateTime(2026, 3, 1, 12, 0, 0), DateTimeKind.Utc);
        var article = cms.Article("Rooster", "nl", "en-US");
        cms.Publish(article, "nl");
        article = cms.Fresh(article);
        var schedule = new ContentScheduleCollection();
        schedule.Add(new ContentSchedule("en-US", now.AddHours(1), ContentScheduleAction.Release));
        schedule.Add(new ContentSchedule("nl", now.AddHours(2), ContentScheduleAction.Expire));
        cms.Contents.PersistContentSchedule(article, schedule);

        Assert.Empty(cms.Contents.PerformScheduledPublish(now));
        Assert.True(Assert.Single(cms.Contents.PerformScheduledPublish(now.AddHours(1))).Success);
        Assert.Equal(["en-US", "nl"], cms.Fresh(article).PublishedCultures.Order());
        Assert.True(Assert.Single(cms.Contents.PerformScheduledPublish(now.AddHours(3))).Success);
        Assert.Equal(["en-US"], cms.Fresh(article).PublishedCultures);
        Assert.Empty(cms.Contents.GetContentScheduleByContentId(article.Id).FullSchedule);
    }
}

[Collection(HostedCollection.Name)]
public sealed class VariantsOnSqlite(SqliteCms cms) : VariantContract(cms), IClassFixture<SqliteCms>;

[Collection(HostedCollection.Name)]
public sealed class VariantsOnPostgres(PostgresCms cms) : VariantContract(cms), IClassFixture<PostgresCms>;
